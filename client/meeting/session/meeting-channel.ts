import * as z from 'zod/mini';
import { headSchema } from '../model/meeting.ts';

/**
 * A message between the windows of one browser about a meeting.
 *
 * - `head`: how the meeting stands, from the window that leads it: whenever that changes and when it is asked.
 * - `saved`: something of it was kept.
 * - `ask`: a window that has just begun to follow wants to know how it stands.
 * - `give`: a window wants to lead it.
 */
const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('head'), head: headSchema }),
  z.object({ kind: z.literal('saved') }),
  z.object({ kind: z.literal('ask') }),
  z.object({ kind: z.literal('give') }),
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
