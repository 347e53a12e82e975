import type { ReactNode } from 'react';
import { type Column, fieldOf, shorten, type Ticket } from '../../../contract/index.ts';
import { Missing } from '../../badges/badges.tsx';
import { BADGES } from '../../badges/ticket-badges.tsx';
import { formatAge, formatDay, formatExact } from '../../format/dates.ts';
import { byColumn } from '../columns/by-column.ts';
import styles from './cells.module.css';
import { missingWord, shownLabelReader } from './shown-label.ts';

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

/** Content of a ticket's cell in each column; the table's first one is a link to the ticket instead. */
export const CELLS = byColumn<MakeCell>(cellOf, BADGES);

function cellOf(column: Column): MakeCell {
  const { kind, of } = fieldOf(column);
  if (kind === 'words') return (ticket, { whole }) => words(ticket, ticket[of] as string | null, whole);
  if (kind === 'age') return (ticket, context) => age(ticket[of] as string | null, context);
  if (kind === 'date') return (ticket, { zone }) => day(ticket[of] as string | null, zone);
  if (kind === 'id' || kind === 'number') return (ticket) => (ticket[of] as number | null) ?? <Missing />;
  const label = shownLabelReader(column);
  const missing = missingWord(column);
  return (ticket) => line(label(ticket), missing);
}

/** One line, the whole of it in the tooltip; its own direction, whatever characters it holds. */
function line(value: string | null, otherwise: string | undefined): ReactNode {
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

function words(ticket: Ticket, value: string | null, whole = false): ReactNode {
  const text = value?.trim() ?? '';
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

function age(instant: string | null, { takenAt, zone }: CellContext): ReactNode {
  if (instant === null || takenAt === null) return <Missing />;
  return <span title={formatExact(instant, zone)}>{formatAge(instant, Date.parse(takenAt))}</span>;
}

function day(instant: string | null, zone: string): ReactNode {
  if (instant === null) return <Missing />;
  return (
    <time dateTime={instant} title={formatExact(instant, zone)}>
      {formatDay(instant, zone)}
    </time>
  );
}
