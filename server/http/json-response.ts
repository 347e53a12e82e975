import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Limits } from './limits.ts';
import { limitUnsentResponses } from './unsent-responses.ts';

/**
 * Answers JSON that no cache may keep, with an ETag; 304 when the client has it already. Express would do the
 * same but for requests with `Cache-Control: no-cache`, which a browser adds by itself when a script sets
 * `If-None-Match`: it answers those in full.
 */
type SendJson = (request: Request, response: Response, body: object, status?: number) => void;

/** JSON answers, of which only so much is kept for clients that do not read them. */
export function createJsonSender(limits: Limits): SendJson {
  const keepUntilSent = limitUnsentResponses(limits);
  return (request, response, body, status = 200) => {
    const text = JSON.stringify(body);
    const tag = `W/"${createHash('sha1').update(withoutPace(text)).digest('base64url')}"`;
    response.status(status).set({ ETag: tag, 'Cache-Control': 'no-store' });
    if (status === 200 && isKnown(request.get('If-None-Match'), tag)) {
      response.status(304).end();
      return;
    }
    if (request.method !== 'HEAD') keepUntilSent(response, text.length);
    response.type('application/json').send(text);
  };
}

/**
 * Leaves out how many calls the last minute had: it changes by the second, and is no reason to send the rest again, since a
 * weak tag is the same for what means the same. Within a text, the quotes are escaped and do not match.
 */
function withoutPace(text: string): string {
  return text.replace(/"lastMinute":\d+/, '');
}

/** Tags are compared weakly, as RFC 9110 has it for `If-None-Match`. */
function isKnown(known: string | undefined, tag: string): boolean {
  if (known === undefined) return false;
  const strong = tag.replace(/^W\//, '');
  const tags = known.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes(strong) || tags.includes('*');
}
