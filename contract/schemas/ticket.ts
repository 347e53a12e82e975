import * as z from 'zod/mini';

/** A business unit. Every part may be unknown: the upstream's schema is not a promise. */
const segmentSchema = z.object({
  id: z.nullable(z.number()),
  code: z.nullable(z.string()),
  name: z.nullable(z.string()),
});

/** A person who works on tickets. */
const personSchema = z.object({
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
});

/**
 * One closed-loop ticket, with the vendor's field names and meanings.
 *
 * Ids are numbers, dates are ISO 8601 instants in UTC with milliseconds, empty strings stay empty,
 * nulls stay null and an unknown status, priority or type stays itself. A field that the upstream
 * sent in a shape nobody can read is null (`isOverdue`: false).
 *
 * Source: the vendor's reference page of `GET /cx/closedloop/workspaces/{workspaceID}/tickets`.
 */
export const ticketSchema = z.object({
  id: z.number(),
  createdAt: z.nullable(z.string()),
  updatedAt: z.nullable(z.string()),
  deletedAt: z.nullable(z.string()),
  feedbackId: z.nullable(z.number()),
  surveyId: z.nullable(z.number()),
  responseId: z.nullable(z.number()),
  priority: z.nullable(z.string()),
  status: z.nullable(z.string()),
  type: z.nullable(z.string()),
  description: z.nullable(z.string()),
  issueDate: z.nullable(z.string()),
  isOverdue: z.boolean(),
  customerName: z.nullable(z.string()),
  customerEmail: z.nullable(z.string()),
  originSegment: z.nullable(segmentSchema),
  currentSegment: z.nullable(segmentSchema),
  assignedUser: z.nullable(personSchema),
});

export type Segment = z.infer<typeof segmentSchema>;
export type Person = z.infer<typeof personSchema>;
export type Ticket = z.infer<typeof ticketSchema>;
