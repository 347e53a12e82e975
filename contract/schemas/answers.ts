import * as z from 'zod/mini';
import { facetsSchema } from './facets.ts';
import { snapshotStatusSchema } from './snapshot.ts';
import { ticketSchema } from './ticket.ts';

const workspaceSchema = z.object({ id: z.string(), name: z.string() });

/** The answer of `GET /api/workspaces`. In `demo` the tickets are made up. */
export const workspacesAnswerSchema = z.object({
  mode: z.enum(['live', 'demo']),
  workspaces: z.array(workspaceSchema),
  /** The link to a ticket in QuestionPro, with `{id}` and `{workspace}`; null when none is configured. */
  ticketUrlTemplate: z.nullable(z.string()),
});

const pageSchema = z.object({
  /** From 1. */
  number: z.number(),
  perPage: z.number(),
  /** The number of tickets that match. */
  total: z.number(),
  /** The number of pages that they fill; 0 when none matches. */
  pages: z.number(),
});

/**
 * The tickets of the page that the snapshot `since` had otherwise, or not at all under the same filters, by id.
 * Both are empty when that snapshot is gone.
 */
const marksSchema = z.object({ added: z.array(z.number()), changed: z.array(z.number()) });

/** The answer of `GET /api/workspaces/:id/tickets`: all parts are read from one snapshot. */
export const ticketListSchema = z.object({
  tickets: z.array(ticketSchema),
  page: pageSchema,
  facets: facetsSchema,
  snapshot: snapshotStatusSchema,
  /** Only when the query has `since`. */
  marks: z.optional(marksSchema),
});

export type Workspace = z.infer<typeof workspaceSchema>;
export type WorkspacesAnswer = z.infer<typeof workspacesAnswerSchema>;
export type Page = z.infer<typeof pageSchema>;
export type Marks = z.infer<typeof marksSchema>;
export type TicketList = z.infer<typeof ticketListSchema>;
