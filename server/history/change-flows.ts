import { HISTORY_FIELDS, type HistoryField, STATE_FIELDS } from '../../contract/index.ts';
import { flowNumber } from './bucket-flows.ts';
import { failsBeside } from './fail-masks.ts';
import { placeOf } from './ticket-state.ts';
import type { ValueTable } from './value-table.ts';

/** The numbers of the flows that changes are counted in; one that is in no flow has the number 0. */
export interface ChangeFlows {
  /** The flow of a change to a value, where a mask table has the value's bits; likewise of a change from one. */
  readonly ofTo: Uint8Array;
  readonly ofFrom: Uint8Array;
  /** The bits of which a ticket has none just before a change that counts, by the place of the field. */
  readonly asked: Uint16Array;
}

/** Finds the flows of changes between recorded values. */
export function changeFlows(values: ValueTable): ChangeFlows {
  const stride = values.size;
  const ofTo = new Uint8Array(HISTORY_FIELDS.length * stride);
  const ofFrom = new Uint8Array(HISTORY_FIELDS.length * stride);

  function set(flows: Uint8Array, field: HistoryField, value: string, flow: number): void {
    const code = values.codeOf(field, value);
    if (code !== undefined) flows[placeOf(field) * stride + code] = flow;
  }

  set(ofTo, 'status', 'RESOLVED', flowNumber('resolved'));
  set(ofTo, 'status', 'ESCALATED', flowNumber('escalated'));
  set(ofTo, 'overdue', 'true', flowNumber('becameOverdue'));
  set(ofFrom, 'status', 'RESOLVED', flowNumber('reopened'));
  const segments = placeOf('segment') * stride;
  ofTo.fill(flowNumber('moved'), segments, segments + stride);
  // No flow counts what is listed.
  return { ofTo, ofFrom, asked: Uint16Array.from([...STATE_FIELDS.map(failsBeside), 0]) };
}
