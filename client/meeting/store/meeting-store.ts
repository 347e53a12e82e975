import type { Ticket } from '../../../contract/index.ts';
import type { Head, Meeting, Note, Outline } from '../model/meeting.ts';

/** The changed parts of a meeting; the rest stays as it is stored. */
export interface Part {
  readonly head?: Head;
  readonly notes?: readonly Note[];
  readonly tickets?: readonly Ticket[];
}

/** All stored meetings, newest first. */
export interface MeetingList {
  readonly meetings: readonly Outline[];
  /** The number of meetings that this version cannot read. They stay stored. */
  readonly unreadable: number;
}

/**
 * Where meetings are kept. Today that is this browser; a store that people share can take its place. Whatever
 * cannot be done rejects, and is not done in part.
 */
export interface MeetingStore {
  /** Whether meetings outlive the page. */
  readonly lasting: boolean;
  readonly list: () => Promise<MeetingList>;
  /** Null when there is no such meeting. Rejects with {@link MeetingUnreadable} for one that no screen can show. */
  readonly read: (id: string) => Promise<Meeting | null>;
  /**
   * The same for a window that leads the meeting from now on, in its next term. Windows of earlier terms can write no
   * more: what they have is older than what this one reads.
   */
  readonly takeLead: (id: string) => Promise<Meeting | null>;
  /** Keeps a meeting whole, in the place of an earlier state of it. Rejects with {@link MeetingLedElsewhere}. */
  readonly write: (meeting: Meeting) => Promise<void>;
  /**
   * Keeps a part of a meeting, for the window of that term. Rejects with {@link MeetingDeleted} when the meeting is not
   * there, and with {@link MeetingLedElsewhere}.
   */
  readonly update: (id: string, part: Part, term: number) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Removes all meetings, those that cannot be read too. */
  readonly wipe: () => Promise<void>;
}

/** Another window leads the meeting by now. */
export class MeetingLedElsewhere extends Error {
  override readonly name = 'MeetingTaken';

  constructor() {
    super('The meeting goes on in another window. Load this page again to see it as it is there.');
  }
}

/** The meeting is there, and not as this version could show it. It stays where it is. */
export class MeetingUnreadable extends Error {
  override readonly name = 'MeetingUnreadable';
}

/** The error of a meeting that was deleted. */
export class MeetingDeleted extends Error {
  override readonly name = 'MeetingGone';

  constructor() {
    super('It was deleted in another window.');
  }
}
