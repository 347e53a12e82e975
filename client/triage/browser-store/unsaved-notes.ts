import * as z from 'zod/mini';
import { countSchema, type Note, noteSchema } from '../../../contract/meeting/index.ts';
import { type ViewState, viewStateSchema } from '../model/local-meeting.ts';

const unsavedSchema = z.object({
  term: countSchema,
  view: viewStateSchema,
  notes: z.array(noteSchema),
});

/** The view and the notes that a window had not stored yet when it went away. */
interface UnsavedNotes {
  readonly view: ViewState;
  readonly notes: readonly Note[];
  /** The term of the window. */
  readonly term: number;
}

/**
 * Keeps what is not stored yet while a page goes away. A database answers later, and a browser may drop what it was asked
 * for by a page that is gone; these texts are written before this returns.
 */
export function keepUnsaved(meeting: string, unsaved: UnsavedNotes): void {
  try {
    localStorage.setItem(keyOf(meeting), JSON.stringify(unsaved));
  } catch {
    // No space, or storage is switched off: what was asked of the database is all that there is.
  }
}

/** Takes out what a window of that term has kept; null for nothing, or something that no window of ours has written. */
export function takeUnsaved(meeting: string, term: number): Omit<UnsavedNotes, 'term'> | null {
  try {
    const parsed = z.safeParse(unsavedSchema, JSON.parse(localStorage.getItem(keyOf(meeting)) ?? 'null'));
    dropUnsaved(meeting);
    // Another window has led the meeting since: what it has is newer.
    return parsed.success && parsed.data.term === term ? parsed.data : null;
  } catch {
    // Not JSON, or storage is switched off.
    return null;
  }
}

/** Drops what was kept, once the database has it. */
export function dropUnsaved(meeting: string): void {
  try {
    localStorage.removeItem(keyOf(meeting));
  } catch {
    // Storage is switched off: nothing was kept.
  }
}

/** Drops what was kept of all meetings. */
export function dropAllUnsaved(): void {
  try {
    for (const key of Object.keys({ ...localStorage }))
      if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // Storage is switched off: nothing was kept.
  }
}

const PREFIX = 'loopdesk.unsaved.';

function keyOf(meeting: string): string {
  return `${PREFIX}${meeting}`;
}
