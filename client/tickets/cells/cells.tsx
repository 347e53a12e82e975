import type { ReactNode } from 'react';
import {
  type Column,
  customerLabel,
  personLabel,
  segmentLabel,
  type Ticket,
} from '../../../contract/index.ts';
import { Missing, OverdueBadge, PriorityBadge, StatusBadge } from '../../badges/badges.tsx';
import { formatAge, formatDay, formatExact } from '../../format/dates.ts';
import styles from './cells.module.css';

/** Values that cells depend on besides their ticket. */
export interface CellContext {
  /** Instant of the data, ISO: ages count up to it, as the age filter counts. */
  readonly takenAt: string | null;
  /** The IANA time zone of days and times. */
  readonly zone: string;
  /** Whether long texts are wanted to their end, as on paper. */
  readonly whole?: boolean;
}

type MakeCell = (ticket: Ticket, context: CellContext) => ReactNode;

/** Content of a ticket's cell in each column but the first, which links to the ticket. */
export const CELLS: { readonly [Name in Exclude<Column, 'id'>]: MakeCell } = {
  overdue: (ticket) => <OverdueBadge overdue={ticket.isOverdue} />,
  priority: (ticket) => <PriorityBadge priority={ticket.priority} />,
  status: (ticket) => <StatusBadge status={ticket.status} />,
  age: age,
  description,
  customer: (ticket) => line(customerLabel(ticket), 'Anonymous'),
  customerEmail: (ticket) => line(ticket.customerEmail),
  assignee: (ticket) => line(personLabel(ticket.assignedUser), 'Unassigned'),
  assigneeEmail: (ticket) => line(ticket.assignedUser?.email ?? null),
  segment: (ticket) => line(segmentLabel(ticket.currentSegment), 'No segment'),
  originSegment: (ticket) => line(segmentLabel(ticket.originSegment), 'No segment'),
  type: (ticket) => line(ticket.type),
  issueDate: (ticket, { zone }) => day(ticket.issueDate, zone),
  createdAt: (ticket, { zone }) => day(ticket.createdAt, zone),
  updatedAt: (ticket, { zone }) => day(ticket.updatedAt, zone),
  deletedAt: (ticket, { zone }) => day(ticket.deletedAt, zone),
  feedbackId: (ticket) => ticket.feedbackId ?? <Missing />,
  surveyId: (ticket) => ticket.surveyId ?? <Missing />,
  responseId: (ticket) => ticket.responseId ?? <Missing />,
};

/** One line, the whole of it in the tooltip; its own direction, whatever characters it holds. */
function line(value: string | null, otherwise?: string): ReactNode {
  if (value === null || value === '') return <Missing {...(otherwise && { word: otherwise })} />;
  return (
    <span className={styles.line} dir="auto" title={value}>
      {value}
    </span>
  );
}

/** Two lines are shown, some more in the tooltip; laying out thousands of characters would only cost time. */
const WORDS_SHOWN = 300;
const WORDS_IN_TOOLTIP = 1_000;

function description(ticket: Ticket, { whole }: CellContext): ReactNode {
  const text = ticket.description?.trim() ?? '';
  return (
    <span className={styles.description} title={shorten(text, WORDS_IN_TOOLTIP) || undefined}>
      {ticket.deletedAt !== null && <strong className={styles.deleted}>Deleted · </strong>}
      {text === '' ? (
        <Missing word="No description" />
      ) : (
        <bdi>{whole ? text : shorten(text, WORDS_SHOWN)}</bdi>
      )}
    </span>
  );
}

/** As many characters of a text, with a sign that there is more. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a pair is no character.
  const cut = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return `${text.slice(0, cut)}…`;
}

function age({ issueDate }: Ticket, { takenAt, zone }: CellContext): ReactNode {
  if (issueDate === null || takenAt === null) return <Missing />;
  return <span title={formatExact(issueDate, zone)}>{formatAge(issueDate, Date.parse(takenAt))}</span>;
}

function day(instant: string | null, zone: string): ReactNode {
  if (instant === null) return <Missing />;
  return (
    <time dateTime={instant} title={formatExact(instant, zone)}>
      {formatDay(instant, zone)}
    </time>
  );
}
