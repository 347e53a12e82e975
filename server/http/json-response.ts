import type { Request, Response } from 'express';
import type { EncodedAnswer } from './encoded-answer.ts';
import { isKnownTag, weakTag } from './entity-tag.ts';
import type { Limits } from './limits.ts';
import { limitUnsentResponses } from './unsent-responses.ts';

/** Settings of one JSON answer. */
interface JsonOptions {
  /** 200 when left out. */
  readonly status?: number;
  /** The part that its tag stands for; all of it when left out. */
  readonly tagged?: object;
}

/**
 * Answers JSON that no cache may keep, with an ETag; 304 when the client has it already. Express would do the
 * same but for requests with `Cache-Control: no-cache`, which a browser adds by itself when a script sets
 * `If-None-Match`: it answers those in full.
 */
export interface JsonSenders {
  /** Answers what is made for this request alone. */
  sendJson(request: Request, response: Response, body: object, options?: JsonOptions): void;
  /** Answers what may have been encoded before. */
  sendEncoded(request: Request, response: Response, answer: EncodedAnswer): Promise<void>;
}

/** JSON answers, of which only so much is kept for clients that do not read them. */
export function createJsonSenders(limits: Limits): JsonSenders {
  const keepUntilSent = limitUnsentResponses(limits);
  return {
    sendJson(request, response, body, { status = 200, tagged = body } = {}) {
      const text = JSON.stringify(body);
      const tag = weakTag(tagged === body ? text : JSON.stringify(tagged));
      response.status(status);
      if (isAnsweredByTag(request, response, tag)) return;
      if (request.method !== 'HEAD') keepUntilSent(response, text.length);
      response.type('application/json').send(text);
    },

    async sendEncoded(request, response, answer) {
      response.vary('Accept-Encoding');
      if (isAnsweredByTag(request, response, answer.tag)) return;
      const made = answer.body();
      const { encoding, bytes } = made instanceof Promise ? await made : made;
      // The client may have left while it was encoded: there would be nobody to read it, ever.
      if (response.destroyed) return;
      if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
      response.setHeader('Content-Type', 'application/json; charset=utf-8');
      response.setHeader('Content-Length', bytes.length);
      if (request.method === 'HEAD') {
        response.end();
        return;
      }
      keepUntilSent(response, bytes.length);
      response.end(bytes);
    },
  };
}

/** Sets the tag, and answers 304 if the client has what it stands for. */
function isAnsweredByTag(request: Request, response: Response, tag: string): boolean {
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'no-store');
  if (response.statusCode !== 200 || !isKnownTag(request.get('If-None-Match'), tag)) return false;
  response.status(304).end();
  return true;
}
