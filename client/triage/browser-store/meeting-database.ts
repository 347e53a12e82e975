import type { Ticket } from '../../../contract/index.ts';
import type { Note } from '../../../contract/meeting/index.ts';
import type { HeadInView, LocalMeeting } from '../model/local-meeting.ts';
import type { MeetingList } from '../store/meeting-store.ts';

/** The changed parts of a meeting; the rest stays as it is stored. */
export interface MeetingPart {
  readonly head?: HeadInView;
  readonly notes?: readonly Note[];
  readonly tickets?: readonly Ticket[];
}

/** A stored meeting with the term of the window that presented it last. */
export interface StoredMeeting {
  readonly meeting: LocalMeeting;
  readonly term: number;
}

/** A place that stores meetings for windows that take turns. What cannot be done rejects, and is not done in part. */
export interface MeetingDatabase {
  /** Whether meetings outlive the page. */
  readonly lasting: boolean;
  readonly list: () => Promise<MeetingList>;
  /** Null when there is no such meeting. Rejects with {@link MeetingUnreadable} for one that no screen can show. */
  readonly read: (id: string) => Promise<StoredMeeting | null>;
  /**
   * Reads a meeting for a window that presents it from now on, in its next term. Windows of earlier terms can write no
   * more: what they have is older than what this one reads.
   */
  readonly takeLead: (id: string) => Promise<StoredMeeting | null>;
  /** Stores a whole meeting, in the place of an earlier state of it. Rejects with {@link MeetingLedElsewhere}. */
  readonly write: (stored: StoredMeeting) => Promise<void>;
  /**
   * Stores a part of a meeting, for the window of that term. Rejects with {@link MeetingDeleted} when the meeting is not
   * there, and with {@link MeetingLedElsewhere}.
   */
  readonly update: (id: string, part: MeetingPart, term: number) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Removes all meetings, those that cannot be read too. */
  readonly wipe: () => Promise<void>;
}

/** The error of a write after another window has taken over. */
export class MeetingLedElsewhere extends Error {
  override readonly name = 'MeetingLedElsewhere';

  constructor() {
    super('The meeting goes on in another window. Load this page again to see it as it is there.');
  }
}

/** The error of a meeting that was deleted. */
export class MeetingDeleted extends Error {
  override readonly name = 'MeetingDeleted';

  constructor() {
    super('It was deleted in another window.');
  }
}
