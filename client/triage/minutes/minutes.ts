import { PRIORITIES, segmentLabel, type Ticket } from '../../../contract/index.ts';
import { MARKS, type Mark, type Meeting, type Note } from '../../../contract/meeting/index.ts';
import { oneLine } from '../../format/one-line.ts';
import { formatValue } from '../../format/value-labels.ts';
import { maskMeeting } from '../model/mask-meeting.ts';
import { entriesOf, type MeetingEntry } from '../model/meeting-entries.ts';

/** The length of a description's excerpt, in characters. */
const EXCERPT_LENGTH = 100;

/** The outcome of a ticket in a meeting. */
export type Outcome = Mark | 'not reviewed';

export const OUTCOMES: readonly Outcome[] = [...MARKS, 'not reviewed'];

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  discussed: 'Discussed',
  'follow-up': 'To follow up',
  skipped: 'Skipped',
  'not reviewed': 'Not reviewed',
};

/** The count of tickets by outcome, for one group. */
export interface Tally {
  readonly name: string;
  readonly total: number;
  readonly counts: Readonly<Record<Outcome, number>>;
}

/** One ticket in the minutes. */
export interface MinutesLine {
  readonly ticket: Ticket;
  readonly position: number;
  /** The beginning of the description, in one line. */
  readonly excerpt: string;
  readonly outcome: Outcome;
  readonly note: Note;
  /** The number of meetings in a row before this one that did not review it. */
  readonly carriedOver: number;
}

/** The minutes of a meeting, in a form that every format is written from. */
export interface Minutes {
  readonly name: string;
  readonly workspaceName: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** The time at which the tickets' data was read; null when it is not known. */
  readonly takenAt: string | null;
  /** Whether customers' names and e-mails are hidden. */
  readonly masked: boolean;
  readonly all: Tally;
  readonly byPriority: readonly Tally[];
  readonly bySegment: readonly Tally[];
  /** Every ticket of the meeting, in its order. */
  readonly lines: readonly MinutesLine[];
  /** Those with a decision, somebody to do it, or a day by which. */
  readonly decisions: readonly MinutesLine[];
  readonly followUps: readonly MinutesLine[];
  readonly notReviewed: readonly MinutesLine[];
}

/** The minutes of a meeting, its customers hidden where that is wanted. */
export function minutesOf(meeting: Meeting, masked: boolean): Minutes {
  const { head } = meeting;
  const lines = entriesOf(maskMeeting(meeting, masked)).map(lineOf);
  return {
    name: head.title,
    workspaceName: head.workspaceName,
    startedAt: head.startedAt,
    endedAt: head.endedAt,
    takenAt: head.snapshot.takenAt,
    masked: masked || head.namesRemoved,
    all: tally('All', lines),
    byPriority: tallies(lines, ({ ticket }) => ticket.priority, 'No priority', byUrgency),
    bySegment: tallies(lines, ({ ticket }) => segmentLabel(ticket.currentSegment), 'No segment', byTotal),
    lines,
    decisions: lines.filter(({ note }) => note.decision !== '' || note.owner !== '' || note.due !== ''),
    followUps: lines.filter(({ outcome }) => outcome === 'follow-up'),
    notReviewed: lines.filter(({ outcome }) => outcome === 'not reviewed'),
  };
}

function lineOf({ ticket, position, note, item }: MeetingEntry): MinutesLine {
  return {
    ticket,
    position,
    excerpt: oneLine(ticket.description ?? '', EXCERPT_LENGTH),
    outcome: note.mark ?? 'not reviewed',
    note: { ...note, decision: note.decision.trim(), owner: note.owner.trim() },
    carriedOver: item.carriedOver,
  };
}

function tally(name: string, lines: readonly MinutesLine[]): Tally {
  const count = (outcome: Outcome) => lines.filter((line) => line.outcome === outcome).length;
  return {
    name,
    total: lines.length,
    counts: {
      discussed: count('discussed'),
      'follow-up': count('follow-up'),
      skipped: count('skipped'),
      'not reviewed': count('not reviewed'),
    },
  };
}

function tallies(
  lines: readonly MinutesLine[],
  groupOf: (line: MinutesLine) => string | null,
  none: string,
  order: (a: Group, b: Group) => number,
): readonly Tally[] {
  const groups = new Map<string | null, MinutesLine[]>();
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
  readonly members: readonly MinutesLine[];
}

function byUrgency(a: Group, b: Group): number {
  const rank = ({ value }: Group) => (PRIORITIES as readonly (string | null)[]).indexOf(value);
  return rank(b) - rank(a) || byTotal(a, b);
}

function byTotal(a: Group, b: Group): number {
  return b.members.length - a.members.length || (a.value ?? '').localeCompare(b.value ?? '');
}
