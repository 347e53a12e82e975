import {
  COLUMNS,
  type Column,
  fieldOf,
  isPersonal,
  labelReader,
  type Ticket,
} from '../../../contract/index.ts';
import type { CellType } from '../../../contract/workbook/index.ts';
import { fieldTitle } from '../../format/fields.ts';
import { formatValue } from '../../format/value-labels.ts';
import { type MinutesRow, OUTCOME_LABELS } from './minutes.ts';

/** The value of a cell: a day or an instant where the column has dates, and null for nothing. */
type Value = string | number | null;

/** A column of the minutes as a table. */
interface MinutesColumn {
  readonly title: string;
  readonly type: CellType;
  readonly value: (row: MinutesRow) => Value;
}

/** The fields of a ticket that the minutes tell as a table: all but its number, and an age of which nobody knows when it was. */
const TICKET_FIELDS = COLUMNS.filter((key) => key !== 'id' && fieldOf(key).kind !== 'age');

/** The fields that tell what a ticket is about: with more of them, paper as wide as a page cannot be read. */
const PRINTED: readonly Column[] = COLUMNS.filter(
  (key) => key === 'overdue' || key === 'priority' || fieldOf(key).kind === 'words',
);

const OWN_COLUMNS: readonly MinutesColumn[] = [
  { title: 'Place', type: 'number', value: ({ position }) => position },
  { title: fieldTitle('id'), type: 'number', value: ({ ticket }) => ticket.id },
  { title: 'Outcome', type: 'text', value: ({ outcome }) => OUTCOME_LABELS[outcome] },
  { title: 'Decision', type: 'text', value: ({ decision }) => decision || null },
  { title: 'Owner', type: 'text', value: ({ owner }) => owner || null },
  { title: 'Due', type: 'day', value: ({ due }) => due || null },
  { title: 'Carried over', type: 'number', value: ({ carriedOver }) => carriedOver },
];

/** The columns of minutes. */
interface MinutesColumns {
  /** Those that paper shows come first. */
  readonly columns: readonly MinutesColumn[];
  /** Number of the first columns that paper shows. */
  readonly printed: number;
}

/**
 * The columns of the minutes, a row a ticket. A field about customers that is null in every ticket has none: these are
 * tickets as somebody got them who may not know customers.
 */
export function minutesColumns(rows: readonly MinutesRow[]): MinutesColumns {
  const isTold = (key: Column) =>
    !isPersonal(key) || rows.some(({ ticket }) => ticket[fieldOf(key).of] !== null);
  const printed = PRINTED.filter(isTold);
  const others = TICKET_FIELDS.filter((key) => !PRINTED.includes(key) && isTold(key));
  return {
    columns: [...OWN_COLUMNS, ...[...printed, ...others].map(fieldColumn)],
    printed: OWN_COLUMNS.length + printed.length,
  };
}

function fieldColumn(key: Column): MinutesColumn {
  const { kind, of, values, known } = fieldOf(key);
  const read = labelReader(key);
  const label = (ticket: Ticket) => {
    const text = read(ticket, 0);
    if (text === null) return null;
    return (
      values?.find(({ value }) => value === text)?.label ?? (known === undefined ? text : formatValue(text))
    );
  };
  const title = fieldTitle(key);
  if (kind === 'date') return { title, type: kind, value: ({ ticket }) => ticket[of] as string | null };
  if (kind === 'number') return { title, type: kind, value: ({ ticket }) => ticket[of] as number | null };
  return { title, type: 'text', value: ({ ticket }) => label(ticket) };
}
