import express, { type RequestHandler } from 'express';
import { LARGEST_JSON_BODY } from './limits.ts';
import { HttpProblem } from './problem.ts';

const parse = express.json({ limit: LARGEST_JSON_BODY, inflate: false, type: 'application/json' });

/** Reads the body of a request that has to be JSON, into `request.body`. A page of another site cannot send one unasked. */
export const jsonBody: RequestHandler = (request, response, next) => {
  if (!request.is('application/json')) {
    throw new HttpProblem('unsupported-media-type', 'Send JSON, with Content-Type: application/json.');
  }
  parse(request, response, (error?: unknown) => next(error === undefined ? undefined : toProblem(error)));
};

function toProblem(error: unknown): HttpProblem {
  const { status } = Object(error) as { readonly status?: unknown };
  if (status === 413) {
    return new HttpProblem('body-too-large', `At most ${LARGEST_JSON_BODY} bytes are taken here.`);
  }
  if (status === 415) return new HttpProblem('unsupported-media-type', 'Send JSON in UTF-8, uncompressed.');
  return new HttpProblem('invalid-body', 'The body is no JSON, or not all of it has come.');
}
