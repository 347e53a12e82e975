import { applyChange, noteOf } from './apply-change.ts';
import { isNoteChange, type MeetingChange, type NoteChange } from './change.ts';
import type { Meeting } from './meeting.ts';

/**
 * The changes that follow from a change: a ticket with its first decision is reviewed, and a meeting in which something
 * is noted or added has not ended. They are changes of their own, so that each change sets one field.
 */
export function impliedChanges(before: Meeting, change: MeetingChange): readonly MeetingChange[] {
  const after = applyChange(before, change);
  if (after === before || change.type === 'set-ended') return [];
  const implied: MeetingChange[] = [];
  if (change.type === 'set-decision' && isFirstDecision(before, after, change.ticket))
    implied.push({ type: 'set-mark', ticket: change.ticket, mark: 'discussed' });
  if (before.head.endedAt !== null) implied.push({ type: 'set-ended', endedAt: null });
  return implied;
}

function isFirstDecision(before: Meeting, after: Meeting, ticket: number): boolean {
  const { decision, mark } = noteOf(before, ticket);
  return decision === '' && mark === null && noteOf(after, ticket).decision !== '';
}

/** The change that takes a note's field back to what it is before a change; null for a change of no note. */
export function inverseChange(before: Meeting, change: MeetingChange): NoteChange | null {
  if (!isNoteChange(change)) return null;
  const { ticket, type } = change;
  const { mark, decision, owner, due } = noteOf(before, ticket);
  switch (type) {
    case 'set-mark':
      return { type, ticket, mark };
    case 'set-decision':
      return { type, ticket, decision };
    case 'set-owner':
      return { type, ticket, owner };
    case 'set-due':
      return { type, ticket, due };
  }
}
