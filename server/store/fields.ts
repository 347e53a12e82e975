import { HISTORY_FIELDS, type HistoryField, STATE_FIELDS } from '../../contract/index.ts';

/** The numbers that stand for fields where they are stored: never given to another field. */
const FIELD_NUMBERS: Readonly<Record<HistoryField, number>> = {
  status: 1,
  priority: 2,
  type: 3,
  overdue: 4,
  segment: 5,
  originSegment: 6,
  assignee: 7,
  deleted: 8,
  listed: 9,
};

const FIELDS = new Map(HISTORY_FIELDS.map((field) => [FIELD_NUMBERS[field], field]));
const STATE_LENGTH = Math.max(...STATE_FIELDS.map((field) => FIELD_NUMBERS[field]));

/** The number that stands for a field. */
export function toFieldNumber(field: HistoryField): number {
  return FIELD_NUMBERS[field];
}

/** The field that a number stands for. */
export function toField(number: number): HistoryField {
  const field = FIELDS.get(number);
  if (field === undefined) throw new RangeError(`There is no field ${number}`);
  return field;
}

/** A state as it is stored, each code at the place of its field's number, whatever the order of `STATE_FIELDS`. */
export function toStoredState(state: readonly number[]): (number | null)[] {
  const stored: (number | null)[] = Array(STATE_LENGTH).fill(null);
  for (const [index, field] of STATE_FIELDS.entries())
    stored[toFieldNumber(field) - 1] = state[index] ?? null;
  return stored;
}

/** The inverse of {@link toStoredState}. */
export function fromStoredState(stored: readonly number[]): number[] {
  return STATE_FIELDS.map((field) => {
    const code = stored[toFieldNumber(field) - 1];
    if (code === undefined) throw new RangeError(`A stored state lacks ${field}`);
    return code;
  });
}
