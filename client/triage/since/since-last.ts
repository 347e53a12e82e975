import {
  isEmptyNote,
  type Meeting,
  type MeetingOutline,
  type Note,
} from '../../../contract/meeting/index.ts';
import { type Difference, type DifferenceOptions, differences } from '../live/differences.ts';

/** The fate of a ticket since the last meeting, which had it. */
export interface SinceLast {
  /** Notes of that meeting; null for none. */
  readonly note: Note | null;
  /** The differences between the copies of then and of now. */
  readonly differences: readonly Difference[];
}

/** Finds the last meeting before another about the same list, or the one that it follows; null for none. */
export function findLastMeeting<Outline extends MeetingOutline>(
  { head }: MeetingOutline,
  meetings: readonly Outline[],
): Outline | null {
  const earlier = meetings.filter(
    (other) =>
      other.head.workspace === head.workspace &&
      other.head.id !== head.id &&
      Date.parse(other.head.startedAt) < Date.parse(head.startedAt) &&
      (other.head.search === head.search || other.head.id === head.follows?.id),
  );
  return earlier.toSorted((a, b) => Date.parse(b.head.startedAt) - Date.parse(a.head.startedAt))[0] ?? null;
}

/** Compares a meeting's tickets with those of an earlier one, by ticket; new ones have no entry. */
export function compareMeetings(
  last: Meeting,
  meeting: Meeting,
  options: Omit<DifferenceOptions, 'namesRemoved'>,
): ReadonlyMap<number, SinceLast> {
  const namesRemoved = last.head.namesRemoved || meeting.head.namesRemoved;
  const all = [...meeting.tickets].flatMap(([id, ticket]) => {
    const before = last.tickets.get(id);
    if (before === undefined) return [];
    const note = last.notes.get(id);
    const since: SinceLast = {
      note: note === undefined || isEmptyNote(note) ? null : note,
      differences: differences(before, ticket, { ...options, namesRemoved }),
    };
    return [[id, since] as const];
  });
  return new Map(all);
}
