import compression from 'compression';
import type { RequestHandler } from 'express';

/** Addresses whose answers are kept with their encodings. */
const KEPT = /^\/api\/workspaces\/[^/]+\/(?:tickets|summary)$/;

/** Compresses on the fly what is not kept: files, figures, single tickets. The others it would only slow down. */
export function compressRest(): RequestHandler {
  const compress = compression();
  return (request, response, next) => {
    if (KEPT.test(request.path)) next();
    else compress(request, response, next);
  };
}
