import {
  applyChange,
  changeFits,
  isNoteChange,
  type MeetingChange,
  noteOf,
  truncateChange,
} from '../../../contract/meeting/index.ts';
import type { LocalMeeting } from '../model/local-meeting.ts';
import type { EditableMeeting, OpenMeeting, ReadyState } from '../store/meeting-store.ts';
import { openMeetingChannel } from './meeting-channel.ts';
import type { MeetingDatabase, MeetingPart, StoredMeeting } from './meeting-database.ts';
import { createObservable } from './observable.ts';
import { dropUnsaved, keepUnsaved, takeUnsaved } from './unsaved-notes.ts';
import { createWriteQueue } from './write-queue.ts';

/** A meeting while this window has it: changed here, saved at once and sent to the windows that follow. */
export interface Presentation extends OpenMeeting, EditableMeeting {
  readonly getState: () => ReadyState;
  /** Stores what is pending. Resolves when that is done or has failed. */
  readonly flush: () => Promise<void>;
}

interface PresentationOptions {
  readonly database: MeetingDatabase;
  readonly stored: StoredMeeting;
  /** Called when another window wants to present the meeting. */
  readonly onLeadRequested: () => void;
}

/** Presents a meeting that this window has the lead of. */
export function startPresentation({ database, stored, onLeadRequested }: PresentationOptions): Presentation {
  let { meeting } = stored;
  const { term } = stored;
  const { id } = meeting.head;
  /** The tickets whose notes are not known to be stored. */
  const unsaved = new Set<number>();
  let isKept = false;
  const live = createObservable<ReadyState>({ status: 'ready', meeting, saving: 'saved', presented: true });
  const publish = () => live.setState({ status: 'ready', meeting, saving: queue.state(), presented: true });

  const channel = openMeetingChannel(id, ({ kind }) => {
    if (kind === 'request-state') sendState();
    if (kind === 'request-lead') onLeadRequested();
  });
  const sendState = () => {
    const { head, view, notes } = meeting;
    channel.send({ kind: 'state', head, view, notes: [...notes.values()] });
  };
  const queue = createWriteQueue({
    writePart: (part) => database.update(id, part, term),
    writeAll: () => database.write({ meeting, term }),
    onState: () => {
      if (queue.state() === 'saved') {
        unsaved.clear();
        if (isKept) dropUnsaved(id);
        isKept = false;
      }
      publish();
    },
  });
  const commit = (next: LocalMeeting, part: MeetingPart) => {
    meeting = next;
    for (const { ticket } of part.notes ?? []) unsaved.add(ticket);
    return queue.save(part);
  };
  const flush = () => {
    if (database.lasting && queue.state() !== 'saved') {
      isKept = true;
      keepUnsaved(id, { term, view: meeting.view, notes: [...unsaved].map((one) => noteOf(meeting, one)) });
    }
    return queue.flush();
  };

  // The window before this one may have gone away in the middle of a write.
  const left = database.lasting ? takeUnsaved(id, term - 1) : null;
  if (left !== null) {
    const notes = left.notes.filter(({ ticket }) => meeting.tickets.has(ticket));
    const view = meeting.tickets.has(left.view.current) ? left.view : meeting.view;
    const found = new Map([...meeting.notes, ...notes.map((note) => [note.ticket, note] as const)]);
    void commit({ ...meeting, view, notes: found }, { head: { head: meeting.head, view }, notes });
  }
  sendState();
  return {
    getState: live.getState,
    subscribe: live.subscribe,
    async apply(given) {
      const change = truncateChange(given);
      if (!changeFits(meeting, change)) return { status: 'conflict', reason: INVALID_TICKET };
      const before = meeting;
      const shared = applyChange(before, change);
      if (shared === before) return { status: 'ok' };
      channel.send({ kind: 'change', change });
      const next = { ...shared, view: before.view };
      return commit(next, changedPart(before, next, change));
    },
    setView(change) {
      const view = { ...meeting.view, ...change };
      if (!meeting.tickets.has(view.current)) return;
      channel.send({ kind: 'view', view });
      void commit({ ...meeting, view }, { head: { head: meeting.head, view } });
    },
    retry: queue.retry,
    flush,
    async close() {
      await queue.flush();
      channel.close();
    },
  };
}

const INVALID_TICKET = 'The meeting does not have this ticket, or has no space for more.';

/** The records of a meeting that a change has changed. */
function changedPart(before: LocalMeeting, after: LocalMeeting, change: MeetingChange): MeetingPart {
  if (isNoteChange(change)) return { notes: [noteOf(after, change.ticket)] };
  const { head, view } = after;
  const tickets = [...after.tickets.values()].filter(({ id }) => !before.tickets.has(id));
  return { head: { head, view }, tickets };
}
