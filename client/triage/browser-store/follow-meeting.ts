import { applyChange } from '../../../contract/meeting/index.ts';
import type { LocalMeeting } from '../model/local-meeting.ts';
import type { MeetingState, OpenMeeting } from '../store/meeting-store.ts';
import { hasLeader } from './leader-lock.ts';
import { type MeetingMessage, openMeetingChannel } from './meeting-channel.ts';
import type { MeetingDatabase } from './meeting-database.ts';
import { createObservable } from './observable.ts';

/** The interval between checks for a presenter, and for tickets that have not been stored yet, in milliseconds. */
const CHECK_MS = 1_500;

/** The silence after which a presenter counts as gone where the browser has no locks, in milliseconds. */
const SILENT_AFTER_MS = 120_000;

/**
 * Follows the window that presents a meeting. What it has not heard from that window is as it is stored, and a window
 * that joins late asks for the state.
 */
export function followMeeting(database: MeetingDatabase, id: string): OpenMeeting {
  const { getState, setState, subscribe } = createObservable<MeetingState>({ status: 'loading' });
  let meeting: LocalMeeting | null = null;
  let presented = true;
  let heardAt = performance.now();
  let closed = false;

  const publish = () => {
    if (meeting !== null && !closed) setState({ status: 'ready', meeting, saving: 'saved', presented });
  };
  const receive = (message: MeetingMessage) => {
    if (message.kind === 'request-state' || message.kind === 'request-lead') return;
    heardAt = performance.now();
    presented = true;
    // What comes before the first read is in the state that is asked for after it.
    if (meeting === null) return;
    meeting = receiveMessage(meeting, message);
    publish();
    if (lacksTickets(meeting)) read().catch(fail);
  };
  const channel = openMeetingChannel(id, receive);

  const read = async () => {
    const stored = await database.read(id);
    if (closed) return;
    if (stored === null && meeting === null) return setState({ status: 'missing' });
    if (stored === null) return;
    const first = meeting === null;
    const { tickets } = stored.meeting;
    meeting =
      meeting === null ? stored.meeting : { ...meeting, tickets: new Map([...tickets, ...meeting.tickets]) };
    publish();
    if (first) channel.send({ kind: 'request-state' });
  };
  const check = async () => {
    const before = presented;
    presented = (await hasLeader(id)) ?? performance.now() - heardAt < SILENT_AFTER_MS;
    if (closed) return;
    if (presented !== before) publish();
    // What was told meanwhile was not heard.
    if (presented && !before) channel.send({ kind: 'request-state' });
    if (meeting !== null && lacksTickets(meeting)) await read();
  };

  // What is on screen stays there, and the next check reads again.
  const fail = (error: Error) => meeting === null && !closed && setState({ status: 'error', error });

  read().catch(fail);
  const timer = setInterval(() => check().catch(fail), CHECK_MS);
  return {
    getState,
    subscribe,
    async close() {
      closed = true;
      clearInterval(timer);
      channel.close();
    },
  };
}

function receiveMessage(
  meeting: LocalMeeting,
  message: Extract<MeetingMessage, { readonly kind: 'state' | 'change' | 'view' }>,
): LocalMeeting {
  switch (message.kind) {
    case 'state':
      return {
        ...meeting,
        head: message.head,
        view: message.view,
        notes: new Map(message.notes.map((note) => [note.ticket, note])),
      };
    case 'change':
      return { ...applyChange(meeting, message.change), view: meeting.view };
    case 'view':
      return { ...meeting, view: message.view };
  }
}

/** Whether tickets have joined that have not been stored when the meeting was read. */
function lacksTickets({ head, tickets }: LocalMeeting): boolean {
  return head.items.some(({ id }) => !tickets.has(id));
}
