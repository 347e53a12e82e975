import type { Ticket } from '../../../contract/index.ts';
import { MARKS, type Mark, type Meeting, type MeetingHead } from '../../../contract/meeting/index.ts';
import { oneLine } from '../../format/one-line.ts';
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
  parked: 'Parked',
  'not reviewed': 'Not reviewed',
};

/** One ticket in the minutes. Its texts are lines. */
export interface MinutesRow {
  readonly ticket: Ticket;
  readonly position: number;
  /** The beginning of the description. */
  readonly excerpt: string;
  readonly outcome: Outcome;
  readonly decision: string;
  /** '' for nobody. */
  readonly owner: string;
  /** A day like `2026-02-04`; '' for none. */
  readonly due: string;
  /** The number of meetings in a row before this one that did not review it. */
  readonly carriedOver: number;
}

/** The actions of one person. */
export interface OwnerActions {
  /** '' for nobody. */
  readonly owner: string;
  /** By due date, those without one last. */
  readonly rows: readonly MinutesRow[];
}

/** The tickets of one outcome. */
export interface OutcomePart {
  readonly outcome: Outcome;
  /** All of them. */
  readonly total: number;
  /** Those that are no actions. */
  readonly rows: readonly MinutesRow[];
  /** Those that stand among the actions. */
  readonly actions: readonly MinutesRow[];
}

/**
 * The minutes of a meeting, in the form that every format is written from: each ticket is one row, among the actions or
 * in the part of its outcome.
 */
export interface Minutes
  extends Pick<MeetingHead, 'workspaceName' | 'startedAt' | 'endedAt' | 'search' | 'snapshot'> {
  readonly title: string;
  /** Whether customers' names and e-mails are hidden. */
  readonly masked: boolean;
  readonly total: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** By the owner's name, nobody last. */
  readonly actions: readonly OwnerActions[];
  /** All that is to be followed up are actions. */
  readonly parts: readonly OutcomePart[];
}

/** The minutes of a meeting, its customers hidden where that is wanted. */
export function minutesOf(meeting: Meeting, masked: boolean): Minutes {
  const { workspaceName, startedAt, endedAt, search, snapshot, title, namesRemoved } = meeting.head;
  const rows = entriesOf(maskMeeting(meeting, masked)).map(rowOf);
  const parts = OUTCOMES.map((outcome) => partOf(outcome, rows));
  return {
    title,
    workspaceName,
    startedAt,
    endedAt,
    search,
    snapshot,
    masked: masked || namesRemoved,
    total: rows.length,
    counts: Object.fromEntries(parts.map(({ outcome, total }) => [outcome, total])) as Record<
      Outcome,
      number
    >,
    actions: byOwner(rows.filter(isAction)),
    parts: parts.filter(({ outcome }) => outcome !== 'follow-up'),
  };
}

/** All rows in the order of the minutes. */
export function rowsOf({ actions, parts }: Minutes): readonly MinutesRow[] {
  return [...actions, ...parts].flatMap(({ rows }) => rows);
}

/** Whether somebody has something to do: it is owned, due or to be followed up. */
function isAction({ outcome, owner, due }: MinutesRow): boolean {
  return owner !== '' || due !== '' || outcome === 'follow-up';
}

function rowOf({ ticket, position, note, item }: MeetingEntry): MinutesRow {
  return {
    ticket,
    position,
    excerpt: oneLine(ticket.description ?? '', EXCERPT_LENGTH),
    outcome: note.mark ?? 'not reviewed',
    decision: oneLine(note.decision),
    owner: oneLine(note.owner),
    due: note.due,
    carriedOver: item.carriedOver,
  };
}

function partOf(outcome: Outcome, rows: readonly MinutesRow[]): OutcomePart {
  const own = rows.filter((row) => row.outcome === outcome);
  return {
    outcome,
    total: own.length,
    rows: own.filter((row) => !isAction(row)),
    actions: own.filter(isAction),
  };
}

function byOwner(rows: readonly MinutesRow[]): readonly OwnerActions[] {
  const owners = [...new Set(rows.map(({ owner }) => owner))];
  return owners
    .sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b))
    .map((owner) => ({ owner, rows: rows.filter((row) => row.owner === owner).sort(byDue) }));
}

function byDue(a: MinutesRow, b: MinutesRow): number {
  return Number(a.due === '') - Number(b.due === '') || a.due.localeCompare(b.due) || a.position - b.position;
}
