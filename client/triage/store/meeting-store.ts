import type { MeetingChange, MeetingOutline } from '../../../contract/meeting/index.ts';
import type { LocalMeeting, ViewState } from '../model/local-meeting.ts';

/** All stored meetings, newest first. */
export interface MeetingList {
  readonly meetings: readonly MeetingListEntry[];
  /** The number of meetings that this version cannot read. They stay stored. */
  readonly unreadable: number;
}

/** A meeting in a list. */
export interface MeetingListEntry extends MeetingOutline {
  readonly view: ViewState;
}

/**
 * The port to where meetings are stored: today this browser, later a server that people share. What cannot be done
 * rejects, and is not done in part.
 */
export interface MeetingStore {
  /** Whether meetings outlive the page. */
  readonly lasting: boolean;
  readonly list: () => Promise<MeetingList>;
  /** Null when there is no such meeting. Rejects with {@link MeetingUnreadable} for one that no screen can show. */
  readonly read: (id: string) => Promise<LocalMeeting | null>;
  /** Stores a new meeting. */
  readonly create: (meeting: LocalMeeting) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Removes all meetings, those that cannot be read too. */
  readonly wipe: () => Promise<void>;
  /** Opens a meeting to present it in this window; `elsewhere` while another window does. */
  readonly present: (id: string) => PresentedMeeting;
  /** Opens a meeting to see it as it goes on. */
  readonly follow: (id: string) => OpenMeeting;
}

/** An open meeting, live until it is closed. It is loading at first. */
export interface OpenMeeting {
  readonly getState: () => MeetingState;
  /** Subscribes to changes of the state; returns the unsubscriber. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Stores what is pending, and ends. */
  readonly close: () => Promise<void>;
}

/** A meeting that this window may change. */
export interface EditableMeeting {
  /** Applies a change, seen in the state at once. Resolves when it is stored, or is known not to be. */
  readonly apply: (change: MeetingChange) => Promise<ChangeResult>;
  /** Changes the viewer's own state. A ticket that the meeting does not have is not shown. */
  readonly setView: (change: Partial<ViewState>) => void;
  /** Stores the meeting again after a failure. */
  readonly retry: () => void;
}

/** A meeting that this window presents. */
export interface PresentedMeeting extends OpenMeeting, EditableMeeting {
  /** Presents the meeting in this window instead of the one that does. */
  readonly takeOver: () => void;
}

/** The state of an open meeting. */
export type MeetingState =
  | { readonly status: 'loading' }
  /** There is no such meeting. */
  | { readonly status: 'missing' }
  | { readonly status: 'error'; readonly error: Error }
  /** Another window presents it. */
  | { readonly status: 'elsewhere' }
  | ReadyState;

/** The state of a meeting that can be shown. */
export interface ReadyState {
  readonly status: 'ready';
  readonly meeting: LocalMeeting;
  readonly saving: SavingState;
  /** Whether some window presents it. */
  readonly presented: boolean;
}

/** The state of saving; a failure has its reason as a sentence. */
export type SavingState = 'saved' | 'saving' | { readonly failed: string; readonly conflict: boolean };

/** The result of a change. */
export type ChangeResult =
  | { readonly status: 'ok' }
  /** It does not fit the meeting as it is by now, or somebody else has the meeting. */
  | { readonly status: 'conflict'; readonly reason: string }
  | { readonly status: 'failure'; readonly reason: string };

/** The error of a meeting that is there, and that this version cannot show. It stays stored. */
export class MeetingUnreadable extends Error {
  override readonly name = 'MeetingUnreadable';
}
