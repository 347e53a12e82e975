import { PRIORITIES, segmentLabel, type Ticket } from '../../../contract/index.ts';
import { oneLine } from '../../format/one-line.ts';
import { formatValue } from '../../format/value-labels.ts';
import { shownMeeting } from '../record/masked.ts';
import { type Item, itemsOf, MARKS, type Mark, type Meeting, type Note } from '../record/meeting.ts';

/** How much of a ticket's words the minutes have, in characters. */
const WORDS = 100;

/** What a meeting has made of some tickets. */
export type Outcome = Mark | 'not reached';

export const OUTCOMES: readonly Outcome[] = [...MARKS, 'not reached'];

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  discussed: 'Discussed',
  'follow-up': 'To follow up',
  skipped: 'Skipped',
  'not reached': 'Not reached',
};

/** How many tickets of a kind came to which outcome. */
export interface Tally {
  readonly name: string;
  readonly total: number;
  readonly counts: Readonly<Record<Outcome, number>>;
}

/** One ticket in the minutes. */
export interface Line {
  readonly ticket: Ticket;
  readonly place: number;
  /** The beginning of its words, in one line. */
  readonly words: string;
  readonly outcome: Outcome;
  readonly note: Note;
  /** How many meetings in a row had it before this one and did not reach it. */
  readonly carried: number;
}

/** What leaves the room after a meeting, for every form that it leaves in. */
export interface Minutes {
  readonly name: string;
  readonly workspaceName: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** When the data was read that the tickets were copied from; null when it is not known. */
  readonly takenAt: string | null;
  /** Whether customers' names and e-mails are hidden. */
  readonly masked: boolean;
  readonly all: Tally;
  readonly byPriority: readonly Tally[];
  readonly bySegment: readonly Tally[];
  /** Every ticket of the meeting, in its order. */
  readonly lines: readonly Line[];
  /** Those with a decision, somebody to do it, or a day by which. */
  readonly decisions: readonly Line[];
  readonly followUps: readonly Line[];
  readonly notReached: readonly Line[];
}

/** The minutes of a meeting, its customers hidden where that is wanted. */
export function minutesOf(meeting: Meeting, masked: boolean): Minutes {
  const { head } = meeting;
  const lines = itemsOf(shownMeeting(meeting, masked)).map(lineOf);
  return {
    name: head.name,
    workspaceName: head.workspaceName,
    startedAt: head.startedAt,
    endedAt: head.endedAt,
    takenAt: head.frozen.takenAt,
    masked: masked || head.namesGone,
    all: tally('All', lines),
    byPriority: tallies(lines, ({ ticket }) => ticket.priority, 'No priority', byUrgency),
    bySegment: tallies(lines, ({ ticket }) => segmentLabel(ticket.currentSegment), 'No segment', byTotal),
    lines,
    decisions: lines.filter(({ note }) => note.decision !== '' || note.owner !== '' || note.due !== ''),
    followUps: lines.filter(({ outcome }) => outcome === 'follow-up'),
    notReached: lines.filter(({ outcome }) => outcome === 'not reached'),
  };
}

function lineOf({ ticket, place, note, entry }: Item): Line {
  return {
    ticket,
    place,
    words: oneLine(ticket.description ?? '', WORDS),
    outcome: note.mark ?? 'not reached',
    note: { ...note, decision: note.decision.trim(), owner: note.owner.trim() },
    carried: entry.carried,
  };
}

function tally(name: string, lines: readonly Line[]): Tally {
  const count = (outcome: Outcome) => lines.filter((line) => line.outcome === outcome).length;
  return {
    name,
    total: lines.length,
    counts: {
      discussed: count('discussed'),
      'follow-up': count('follow-up'),
      skipped: count('skipped'),
      'not reached': count('not reached'),
    },
  };
}

function tallies(
  lines: readonly Line[],
  groupOf: (line: Line) => string | null,
  none: string,
  order: (a: Group, b: Group) => number,
): readonly Tally[] {
  const groups = new Map<string | null, Line[]>();
  for (const line of lines) {
    const value = groupOf(line);
    const group = groups.get(value);
    if (group) group.push(line);
    else groups.set(value, [line]);
  }
  return [...groups]
    .map(([value, members]) => ({ value, members }))
    .sort(order)
    .map(({ value, members }) => tally(value === null ? none : formatValue(value), members));
}

interface Group {
  readonly value: string | null;
  readonly members: readonly Line[];
}

function byUrgency(a: Group, b: Group): number {
  const rank = ({ value }: Group) => (PRIORITIES as readonly (string | null)[]).indexOf(value);
  return rank(b) - rank(a) || byTotal(a, b);
}

function byTotal(a: Group, b: Group): number {
  return b.members.length - a.members.length || (a.value ?? '').localeCompare(b.value ?? '');
}
