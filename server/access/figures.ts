import type { SessionFigures } from './sessions/sessions.ts';

/** The state of what sign-in stands on, for the figures of the process. */
export interface AccessFigures {
  /** Whether the access file has errors, so that a change of it is not in force. */
  isFileBroken(): boolean;
  /** Whether the keys cannot be had that a proxy signs with; null where it signs nothing. */
  readonly areKeysFailing: (() => boolean) | null;
  /** Null where sessions are kept elsewhere. */
  readonly sessions: (() => SessionFigures) | null;
}
