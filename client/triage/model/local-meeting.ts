import * as z from 'zod/mini';
import {
  instantSchema,
  type Meeting,
  type MeetingHead,
  meetingTicketIdSchema,
} from '../../../contract/meeting/index.ts';

/** A viewer's own state of a meeting, which is no part of what participants share. */
export const viewStateSchema = z.object({
  /** The ticket in view, and since when. */
  current: meetingTicketIdSchema,
  currentSince: instantSchema,
  /** Whether customers' names and e-mails are hidden on screen, in minutes and in exports. */
  masked: z.boolean(),
  /** Whether it is shown for how long a ticket has been in view. */
  timer: z.boolean(),
});

export type ViewState = z.infer<typeof viewStateSchema>;

/** A meeting with this viewer's own state of it. */
export interface LocalMeeting extends Meeting {
  readonly view: ViewState;
}

/** The head of a meeting with the ticket in view. */
export interface HeadInView {
  readonly head: MeetingHead;
  readonly view: ViewState;
}

/** The position of the current ticket, from 1. */
export function currentPosition({ head, view }: HeadInView): number {
  return head.items.findIndex(({ id }) => id === view.current) + 1;
}

/** The ticket at a position, from 1; the nearest end for one out of range. */
export function ticketAtPosition({ head, view }: HeadInView, position: number): number {
  const last = head.items.length;
  return head.items[Math.min(Math.max(position, 1), last) - 1]?.id ?? view.current;
}
