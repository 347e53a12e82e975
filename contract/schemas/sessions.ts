import * as z from 'zod/mini';

/**
 * A session of somebody who is signed in. Instants are ISO.
 *
 * - `id`: names it, and opens nothing.
 * - `isCurrent`: whether this answer was asked for in it.
 * - `seenAt`: its last request, which may be a minute behind.
 * - `endsAt`: its end, however busy it is.
 */
const openSessionSchema = z.object({
  id: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
  isCurrent: z.boolean(),
  createdAt: z.string(),
  seenAt: z.string(),
  endsAt: z.string(),
});

/**
 * The answer of `GET /api/sessions`, the last seen first.
 *
 * - `everybody`: whether they are everybody's, or the reader's own alone.
 * - `total`: how many there are; those seen longest ago may be left out.
 */
export const openSessionsSchema = z.object({
  everybody: z.boolean(),
  total: z.number(),
  sessions: z.array(openSessionSchema),
});

export type OpenSession = z.infer<typeof openSessionSchema>;
export type OpenSessions = z.infer<typeof openSessionsSchema>;
