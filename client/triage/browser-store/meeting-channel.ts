import * as z from 'zod/mini';
import { meetingChangeSchema, meetingHeadSchema, noteSchema } from '../../../contract/meeting/index.ts';
import { viewStateSchema } from '../model/local-meeting.ts';

/**
 * A message between the windows of one browser about a meeting.
 *
 * - `state`: all but its tickets, from the window that presents it: when it begins to, and when it is asked.
 * - `change`: a change of what is shared.
 * - `view`: a change of the presenter's view.
 * - `request-state`: from a window that begins to follow.
 * - `request-lead`: from a window that wants to present.
 */
const messageSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('state'),
    head: meetingHeadSchema,
    view: viewStateSchema,
    notes: z.array(noteSchema),
  }),
  z.object({ kind: z.literal('change'), change: meetingChangeSchema }),
  z.object({ kind: z.literal('view'), view: viewStateSchema }),
  z.object({ kind: z.literal('request-state') }),
  z.object({ kind: z.literal('request-lead') }),
]);

/** The type of these messages. */
export type MeetingMessage = z.infer<typeof messageSchema>;

/** A channel between the windows that have the same meeting open. */
export interface MeetingChannel {
  readonly send: (message: MeetingMessage) => void;
  readonly close: () => void;
}

/** Opens the channel. Messages of another version that this one cannot read are ignored. */
export function openMeetingChannel(
  meeting: string,
  onMessage: (message: MeetingMessage) => void,
): MeetingChannel {
  const channel = new BroadcastChannel(`loopdesk.meeting.${meeting}`);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const parsed = z.safeParse(messageSchema, data);
    if (parsed.success) onMessage(parsed.data);
  };
  return { send: (message) => channel.postMessage(message), close: () => channel.close() };
}
