import type { Mark, MeetingOutline, Note } from './meeting.ts';

/** The tickets of a meeting, counted by what is left of them. */
export interface Progress {
  readonly total: number;
  /** Those with a verdict. */
  readonly done: number;
  readonly parked: number;
  /** Those without a mark. */
  readonly notReviewed: number;
  /** Those that were discussed, or are to be followed up, without a decision. */
  readonly undecided: number;
}

/** Whether a mark is a verdict: a parked ticket still waits for one. */
export function isVerdict(mark: Mark | null): mark is Exclude<Mark, 'parked'> {
  return mark !== null && mark !== 'parked';
}

/** Counts a meeting's tickets by what is left of them. */
export function progressOf({ head, notes }: MeetingOutline): Progress {
  const all = head.items.map(({ id }) => notes.get(id));
  const count = (holds: (note: Note | undefined) => boolean) => all.filter(holds).length;
  return {
    total: all.length,
    done: count((note) => isVerdict(note?.mark ?? null)),
    parked: count((note) => note?.mark === 'parked'),
    notReviewed: count((note) => (note?.mark ?? null) === null),
    undecided: count(
      (note) => (note?.mark === 'discussed' || note?.mark === 'follow-up') && note.decision.trim() === '',
    ),
  };
}

/**
 * The ticket that comes up after another one: the next without a mark, from the end on those that were passed over, and
 * the parked ones after all of these.
 *
 * @returns null when no other ticket waits for a verdict
 */
export function nextOpenTicket({ head, notes }: MeetingOutline, after: number): number | null {
  const place = head.items.findIndex(({ id }) => id === after);
  const others = [...head.items.slice(place + 1), ...head.items.slice(0, Math.max(place, 0))];
  const marked = (wanted: Mark | null) => others.find(({ id }) => (notes.get(id)?.mark ?? null) === wanted);
  return (marked(null) ?? marked('parked'))?.id ?? null;
}
