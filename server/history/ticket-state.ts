import {
  fieldOf,
  type HistoryField,
  isDeleted,
  labelReader,
  STATE_FIELDS,
  type StateField,
  type Ticket,
  valueReader,
} from '../../contract/index.ts';

/** Reads a part of a ticket's state. */
interface StateReader {
  readonly field: StateField;
  /** The value as the query takes it; '' for a ticket without one. */
  readonly value: (ticket: Ticket) => string;
  readonly label: (ticket: Ticket) => string;
}

/** The readers of all parts of a ticket's state, in the order of `STATE_FIELDS`. */
export const STATE_READERS: readonly StateReader[] = STATE_FIELDS.map(readerOf);

/** Labels of the values that do not come from a field of the ticket. */
const PLAIN_LABELS = {
  deleted: { true: 'Deleted', false: 'Not deleted' },
  listed: { true: 'Listed', false: 'Not listed' },
} as const;

/** The label of a value of yes or no. */
export function plainLabel(field: 'deleted' | 'listed', value: boolean): string {
  return PLAIN_LABELS[field][`${value}`];
}

/** Place of a field in `HISTORY_FIELDS`, of which a log of changes keeps a number each. */
export function placeOf(field: HistoryField): number {
  return field === 'listed' ? STATE_FIELDS.length : STATE_FIELDS.indexOf(field);
}

// No part of a state counts up to an instant, as ages do.
const NO_INSTANT = 0;

function readerOf(field: StateField): StateReader {
  if (field === 'deleted') {
    return {
      field,
      value: (ticket) => String(isDeleted(ticket)),
      label: (ticket) => plainLabel('deleted', isDeleted(ticket)),
    };
  }
  const read = valueReader(field);
  const call = labelReader(field);
  const { label, none, values = [] } = fieldOf(field);
  const names = new Map(values.map((one) => [one.value, one.label]));
  const missing = none ?? `No ${label.toLowerCase()}`;
  const value = (ticket: Ticket) => read(ticket, NO_INSTANT) ?? '';
  return {
    field,
    value,
    label: (ticket) => names.get(value(ticket)) ?? call(ticket, NO_INSTANT) ?? missing,
  };
}
