import * as z from 'zod/mini';
import { headSchema } from '../record/meeting.ts';

/**
 * What the windows of one browser tell each other about a meeting.
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

/** One of them. */
export type Message = z.infer<typeof messageSchema>;

/** A wire between the windows that have the same meeting open. */
export interface Wire {
  readonly send: (message: Message) => void;
  readonly close: () => void;
}

/** Opens the wire. A message that another version has sent, and this one cannot read, is no message. */
export function openWire(meeting: string, onMessage: (message: Message) => void): Wire {
  const channel = new BroadcastChannel(`loopdesk.meeting.${meeting}`);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const parsed = z.safeParse(messageSchema, data);
    if (parsed.success) onMessage(parsed.data);
  };
  return { send: (message) => channel.postMessage(message), close: () => channel.close() };
}
