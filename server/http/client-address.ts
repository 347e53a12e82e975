import type { IncomingMessage } from 'node:http';
import type { RequestHandler, Response } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { isLoopbackAddress } from '../access/loopback.ts';
import type { Networks } from '../access/networks.ts';
import { readForwarded, readForwardedFor } from './forwarded.ts';

/**
 * The address that a request comes from: its connection's, or what a trusted proxy at the connection's other end tells. Each
 * proxy adds whom it got the request from, so that the nearest address that is none of theirs is the last that can be
 * believed. A header that a proxy does not know it passes on as somebody wrote it: where the two tell
 * different addresses, neither counts.
 */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  trusted: Networks,
): string {
  const peer = socket.remoteAddress ?? '';
  if (!trusted.has(peer)) return peer;
  const { forwarded, 'x-forwarded-for': forwardedFor } = headers;
  const told = [
    ...(forwarded === undefined ? [] : [readForwarded(forwarded)]),
    ...(forwardedFor === undefined ? [] : [readForwardedFor(String(forwardedFor))]),
  ].map((hops) => farthestBelieved(peer, hops, trusted));
  const [address = peer, other = address] = told;
  return address === other ? address : peer;
}

function farthestBelieved(peer: string, hops: readonly (string | null)[], trusted: Networks): string {
  let believed = peer;
  for (const hop of hops.toReversed()) {
    if (hop === null) break;
    believed = hop;
    if (!trusted.has(hop)) break;
  }
  return believed;
}

/** Notes where each request comes from, for the routes and guards behind: {@link clientAddressOf}. */
export function noteClientAddress(trusted: Networks): RequestHandler {
  return (request, response, next) => {
    response.locals.clientAddress = clientAddress(request, trusted);
    next();
  };
}

/** The address that the request came from which this response answers. */
export function clientAddressOf({ locals }: Pick<Response, 'locals'>): string {
  const { clientAddress } = locals as { clientAddress?: string };
  if (clientAddress === undefined) throw new Error('This is answered before it is known where it came from');
  return clientAddress;
}

/**
 * An address as a key to count by. An IPv6 network of one household or company is one client, and so is this machine,
 * whichever of its addresses is used.
 */
export function clientKey(address: string): string {
  return isLoopbackAddress(address) ? 'loopback' : ipKeyGenerator(address);
}
