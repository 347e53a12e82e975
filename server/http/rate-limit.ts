import { createHash } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { clientAddressOf, clientKey } from './client-address.ts';
import { limitedClient } from './limited-client.ts';
import type { Limits } from './limits.ts';
import { HttpProblem } from './problem.ts';

/** The requests of one client in its window, which begins with the first of them. */
interface Window {
  requests: number;
  /** A moment of `performance.now()`. */
  readonly endsAt: number;
  /** The value of its `RateLimit-Policy`. */
  readonly policy: string;
}

/**
 * Lets one client, a person or an address, make so many requests in a window, and says in `RateLimit` headers (the IETF's eighth draft) how many
 * are left. Windows that are over are forgotten, so there are no more than there can be clients in that time.
 */
export function requestLimit({ requests, windowMs }: Limits): RequestHandler {
  return limitTo(requests, windowMs, 'requests');
}

/** The same for those that take long to answer. */
export function costlyRequestLimit({ costlyRequests, windowMs }: Limits): RequestHandler {
  return limitTo(costlyRequests, windowMs, 'costly-requests');
}

/** A limit for those who are not known yet, by where they come from. */
export function addressLimit(requests: number, windowMs: number, name: string): RequestHandler {
  return limitTo(requests, windowMs, name, (response) => clientKey(clientAddressOf(response)));
}

function limitTo(
  limit: number,
  windowMs: number,
  name: string,
  clientOf: (response: Response) => string = limitedClient,
): RequestHandler {
  const windowSeconds = Math.ceil(windowMs / 1_000);
  // All are equally long, so they end in the order in which they were begun.
  const windows = new Map<string, Window>();

  function beginWindow(client: string, now: number): Window {
    for (const [other, { endsAt }] of windows) {
      if (endsAt > now) break;
      windows.delete(other);
    }
    const policy = `"${name}"; q=${limit}; w=${windowSeconds}; pk=:${partitionKey(client)}:`;
    const window = { requests: 0, endsAt: now + windowMs, policy };
    windows.set(client, window);
    return window;
  }

  return (_request, response, next) => {
    const now = performance.now();
    const client = clientOf(response);
    const known = windows.get(client);
    const window = known !== undefined && known.endsAt > now ? known : beginWindow(client, now);
    window.requests += 1;
    const secondsLeft = Math.ceil((window.endsAt - now) / 1_000);
    const left = Math.max(0, limit - window.requests);
    response.appendHeader('RateLimit', `"${name}"; r=${left}; t=${secondsLeft}`);
    response.appendHeader('RateLimit-Policy', window.policy);
    if (window.requests > limit) {
      const detail = `These are more than ${limit} ${name.replace('-', ' ')} in ${windowSeconds} seconds. Come back when Retry-After says.`;
      throw new HttpProblem('too-many-requests', detail, { headers: { 'Retry-After': String(secondsLeft) } });
    }
    next();
  };
}

/** The part of the policy that says whose limit it is, without saying the address. */
function partitionKey(client: string): string {
  return createHash('sha256').update(client).digest('base64').slice(0, 16);
}
