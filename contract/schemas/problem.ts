import * as z from 'zod/mini';
import { PROBLEMS, type ProblemCode } from '../problem.ts';
import { accessKindSchema } from './me.ts';
import { snapshotStatusSchema } from './snapshot.ts';

const queryErrorSchema = z.object({
  /** The query key with the error. */
  key: z.string(),
  /** Error and allowed values, in a sentence. */
  message: z.string(),
});

/** The body of every error: RFC 9457 (`application/problem+json`) with a `code` of ours. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  /** All errors of an `invalid-query`. */
  faults: z.optional(z.array(queryErrorSchema)),
  /** Status of the data, where there are no tickets to answer from. */
  snapshot: z.optional(snapshotStatusSchema),
  /** How people sign in, for somebody who is `not-signed-in`. */
  access: z.optional(accessKindSchema),
});

export type QueryError = z.infer<typeof queryErrorSchema>;
export type Problem = z.infer<typeof problemSchema>;
