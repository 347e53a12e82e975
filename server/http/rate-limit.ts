import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { clientKey } from './client-address.ts';
import type { Limits } from './limits.ts';
import { HttpProblem } from './problem.ts';

/**
 * Lets one address make so many requests in a window, and says in `RateLimit` headers how many are left. Counts
 * are kept for two windows at most, so there are no more than there can be clients in that time.
 */
export function requestLimit({ requests, windowMs }: Limits): RequestHandler {
  return limitTo(requests, windowMs, 'requests');
}

/** The same for those that take long to answer. */
export function costlyRequestLimit({ costlyRequests, windowMs }: Limits): RequestHandler {
  return limitTo(costlyRequests, windowMs, 'costly-requests');
}

function limitTo(requests: number, windowMs: number, identifier: string): RequestHandler {
  return rateLimit({
    limit: requests,
    windowMs,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier,
    // Its checks of the set-up write to the console.
    validate: false,
    keyGenerator: clientKey,
    // The library has set Retry-After by then.
    handler(_request, _response, next) {
      const detail = `This address has made more than ${requests} requests in ${windowMs / 1000} seconds.`;
      next(new HttpProblem('too-many-requests', `${detail} Come back when Retry-After says.`));
    },
  });
}
