import type { HistoryField } from '../../contract/index.ts';
import type { RecordedValue } from './recording.ts';

/** The values that tickets have had, by their codes. */
export interface ValueTable {
  /** All codes are below; some below may be of no value any more. */
  readonly size: number;
  has(code: number): boolean;
  get(code: number): RecordedValue;
  /** The code of a field's value; undefined for one that no ticket has had. */
  codeOf(field: HistoryField, value: string): number | undefined;
  /** Adds a value under its code, or gives a known one another label. */
  add(value: RecordedValue): void;
  /** Forgets a value; the codes of others stay. */
  drop(code: number): void;
}

export function createValueTable(): ValueTable {
  const values: (RecordedValue | undefined)[] = [];
  const codes = new Map<HistoryField, Map<string, number>>();

  return {
    get size() {
      return values.length;
    },
    has: (code) => values[code] !== undefined,
    get(code) {
      const value = values[code];
      if (value === undefined) throw new Error(`No recorded value has the code ${code}`);
      return value;
    },
    codeOf: (field, value) => codes.get(valueFieldOf(field))?.get(value),
    add(value) {
      values[value.code] = value;
      const field = valueFieldOf(value.field);
      const known = codes.get(field) ?? new Map<string, number>();
      codes.set(field, known.set(value.value, value.code));
    },
    drop(code) {
      const value = values[code];
      if (value === undefined) return;
      delete values[code];
      codes.get(valueFieldOf(value.field))?.delete(value.value);
    },
  };
}

/** The field under which a field's values are recorded: both segments share theirs. */
export function valueFieldOf(field: HistoryField): HistoryField {
  return field === 'originSegment' ? 'segment' : field;
}
