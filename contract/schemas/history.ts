import * as z from 'zod/mini';
import { HISTORY_FIELDS, type HistoryField } from '../recorded.ts';

const instant = z.string();

/**
 * A recorded change of a ticket.
 *
 * - `at`: the best known instant of it: the ticket's `updatedAt` where that lies between the two reads (never for
 *   `overdue` and `listed`), else the read that saw `to`. `notBefore`: the read that last saw `from`; null where
 *   none did.
 * - `from`, `to`: values as the query takes them, `true` and `false` of `deleted` and `listed`; each with its label.
 */
const historyEntrySchema = z.object({
  at: instant,
  notBefore: z.nullable(instant),
  field: z.enum(HISTORY_FIELDS as [HistoryField, ...HistoryField[]]),
  from: z.string(),
  to: z.string(),
  fromLabel: z.string(),
  toLabel: z.string(),
});

/** The answer of `GET /api/workspaces/:id/tickets/:ticketId/history`. */
export const ticketHistorySchema = z.object({
  /** The first read that was recorded of the workspace; null when none has been yet. */
  recordedSince: z.nullable(instant),
  /** The newest first. */
  entries: z.array(historyEntrySchema),
});

export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export type TicketHistory = z.infer<typeof ticketHistorySchema>;
