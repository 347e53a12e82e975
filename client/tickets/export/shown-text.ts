import { type Column, fieldOf, type Ticket } from '../../../contract/index.ts';
import { formatAge, formatDay } from '../../format/dates.ts';
import type { CellContext } from '../cells/cells.tsx';
import { missingWord, shownLabelReader } from '../cells/shown-label.ts';
import { byColumn } from '../columns/by-column.ts';

type MakeText = (ticket: Ticket, context: CellContext) => string | number | null;

const TEXTS = byColumn<MakeText>(textOf, {
  overdue: (ticket) => (ticket.isOverdue ? 'Overdue' : null),
});

/** A ticket's cell of a column as the table has it, as a text of any length; empty where nothing is known. */
export function shownText(ticket: Ticket, column: Column, context: CellContext): string {
  return String(TEXTS[column](ticket, context) ?? '');
}

function textOf(column: Column): MakeText {
  const { kind, of } = fieldOf(column);
  if (kind === 'age') return (ticket, { takenAt }) => age(ticket[of] as string | null, takenAt);
  if (kind === 'date') return (ticket, { zone }) => day(ticket[of] as string | null, zone);
  if (kind === 'id' || kind === 'number') return (ticket) => ticket[of] as number | null;
  const label = shownLabelReader(column);
  const missing = missingWord(column) ?? null;
  return (ticket) => label(ticket) ?? missing;
}

function age(instant: string | null, takenAt: string | null): string | null {
  return instant === null || takenAt === null ? null : formatAge(instant, Date.parse(takenAt));
}

function day(instant: string | null, zone: string): string | null {
  return instant === null ? null : formatDay(instant, zone);
}
