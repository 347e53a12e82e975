import type { HistoryField } from '../../contract/index.ts';
import type { RecordedValue } from './recording.ts';
import { plainLabel } from './ticket-state.ts';
import { type ValueTable, valueFieldOf } from './value-table.ts';

/** The values of a read: known ones, and new ones that it gives codes to. */
export interface NewValues {
  codeOf(field: HistoryField, value: string, label: string): number;
  ofFlag(field: 'listed', value: boolean): number;
  /** The values that are new, and known ones that go by another label now. */
  list(): RecordedValue[];
}

export function createNewValues(known: ValueTable): NewValues {
  const added = new Map<HistoryField, Map<string, number>>();
  /** By code. */
  const news = new Map<number, RecordedValue>();
  let next = known.size;

  function addedOf(field: HistoryField): Map<string, number> {
    const values = added.get(field) ?? new Map<string, number>();
    added.set(field, values);
    return values;
  }

  function codeOf(given: HistoryField, value: string, label: string): number {
    const field = valueFieldOf(given);
    const code = known.codeOf(field, value);
    if (code !== undefined) {
      // The last ticket of a read decides.
      if (known.get(code).label === label) news.delete(code);
      else news.set(code, { code, field, value, label });
      return code;
    }
    const own = addedOf(field).get(value) ?? next++;
    if (news.get(own)?.label !== label) news.set(own, { code: own, field, value, label });
    addedOf(field).set(value, own);
    return own;
  }

  return {
    codeOf,
    ofFlag: (field, value) => codeOf(field, String(value), plainLabel(field, value)),
    list: () => [...news.values()],
  };
}
