import type { IncomingMessage } from 'node:http';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Principal } from '../access/access.ts';
import { isLoopbackAddress } from '../access/loopback.ts';

/** The client that a limit counts: the person who is signed in, else where the request comes from. */
export function limitedClient(request: Pick<IncomingMessage, 'socket'>, { id, user }: Principal): string {
  return user === null ? clientKey(request) : id;
}

/**
 * The client that a request comes from, as a key to count by. Only the connection tells it, since anybody can
 * write what they like into a header. An IPv6 network of one household or company is one client, and so is this
 * machine, whichever of its addresses is used.
 */
export function clientKey({ socket }: Pick<IncomingMessage, 'socket'>): string {
  const address = socket.remoteAddress ?? '';
  return isLoopbackAddress(address) ? 'loopback' : ipKeyGenerator(address);
}
