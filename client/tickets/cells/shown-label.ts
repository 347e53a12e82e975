import { type Column, fieldOf, labelReader, type Ticket } from '../../../contract/index.ts';
import { formatValue } from '../../format/value-labels.ts';

/** Makes the reader of a column's value in words, null where there is none; ages have no words of their own. */
export function shownLabelReader(column: Column): (ticket: Ticket) => string | null {
  const { known, values } = fieldOf(column);
  const read = labelReader(column);
  return (ticket) => {
    const label = read(ticket, 0);
    if (known !== undefined) return label && formatValue(label);
    return values?.find(({ value }) => value === label)?.label ?? label;
  };
}

/** Word in place of a missing label; undefined for the dash of all others. */
export function missingWord(column: Column): string | undefined {
  const { kind, none } = fieldOf(column);
  return kind === 'customer' ? 'Anonymous' : none;
}
