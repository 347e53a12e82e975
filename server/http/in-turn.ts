import type { RequestHandler } from 'express';

/**
 * One handler of several that stand one behind the other: what Express does for each of its own, to find out whether a
 * request concerns it, takes longer than most of these do.
 *
 * @param handlers all of which are done or go on at once; the first may take its time, and return a promise
 */
export function inTurn(...handlers: readonly [RequestHandler, ...RequestHandler[]]): RequestHandler {
  return handlers.reduceRight((rest, handler) => (request, response, next) => {
    const goOn = (error?: unknown) => {
      // As in Express: whoever has no error to tell may say so by null.
      if (error) next(error);
      else rest(request, response, next);
    };
    return handler(request, response, goOn);
  });
}
