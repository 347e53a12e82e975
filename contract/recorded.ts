import { RECORDED_KEYS, type RecordedKey } from './field-keys.ts';
import { FIELDS } from './fields.ts';

/** A part of a ticket's state: a recorded field, or whether the ticket was deleted upstream. */
export type StateField = RecordedKey | 'deleted';

/** A subject of a recorded change: a part of the state, or whether the upstream lists the ticket at all. */
export type HistoryField = StateField | 'listed';

/** The parts of a ticket's state, in the order in which states are written. */
export const STATE_FIELDS: readonly StateField[] = [...RECORDED_KEYS, 'deleted'];

/** All that changes are recorded of. The order is the one in which changes that one read has seen are told. */
export const HISTORY_FIELDS: readonly HistoryField[] = [...STATE_FIELDS, 'listed'];

/** The numbers under which changes are recorded of what is no field. */
const OWN_NUMBERS = { deleted: 8, listed: 9 } as const;

/** The number under which changes of a field are recorded: it is stored, and never another field's. */
export function recordedNumber(field: HistoryField): number {
  return field === 'deleted' || field === 'listed' ? OWN_NUMBERS[field] : FIELDS[field].recorded;
}
