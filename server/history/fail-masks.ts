import {
  type ChoiceKey,
  chosenValues,
  type FlagKey,
  STATE_FIELDS,
  type StateField,
  type TicketQuery,
} from '../../contract/index.ts';
import type { RecordedHistory } from './recorded-history.ts';
import type { TicketColumns } from './ticket-columns.ts';
import { placeOf } from './ticket-state.ts';
import type { ValueTable } from './value-table.ts';

// The bits of a ticket's mask. The first eight say which filters of the state it fails, in the order of `STATE_FIELDS`.
const MOVED = 1 << 8;
/** It fails a filter that no recorded change has to do with. */
export const EXCLUDED = 1 << 9;
const RESOLVED = 1 << 10;
export const OVERDUE = 1 << 11;
const UNLISTED = 1 << 12;

if (STATE_FIELDS.length !== 8) throw new Error('A mask has eight bits for the filters of a state.');

/** All bits of filters. */
const FAILS = MOVED | EXCLUDED | 0xff;

/** The bits of filters that are asked of a change of a field: all but those on the field that changes. */
export function failsBeside(field: StateField): number {
  return FAILS & ~bitOf(field) & ~(field === 'segment' ? MOVED : 0);
}

/** The bits of filters that are asked of what is counted whatever its status, and whether it is overdue. */
export const FAILS_BESIDE_STATUS = FAILS & ~bitOf('status') & ~bitOf('overdue');

/** The bits of which an open ticket that passes the filters has none. Whether a deleted one counts is a filter, as in lists. */
export const NOT_OPEN = FAILS_BESIDE_STATUS | RESOLVED | UNLISTED;

/** Filters of a query as bits. */
export interface MaskTables {
  /**
   * For each place of a field in `HISTORY_FIELDS` the bits of a value by its code; null for a field whose values
   * make no difference.
   */
  readonly tables: readonly (Uint16Array | null)[];
  /** The bits that a field's table may set. */
  readonly owned: readonly number[];
  /** The mask with the bit of a ticket that has these segments. */
  readonly withMoved: (mask: number, segment: number, origin: number) => number;
  /** Whether the query asks who has moved. */
  readonly asksMoved: boolean;
}

/** Translates a query's filters on what is recorded. */
export function maskTables(query: TicketQuery, values: ValueTable): MaskTables {
  const own = STATE_FIELDS.map((field) => fieldTable(field, query, values));
  const listed = new Uint16Array(values.size);
  setBit(listed, values.codeOf('listed', 'false'), UNLISTED);
  const tables = [...own, listed];
  return {
    tables,
    owned: [...STATE_FIELDS.map((field) => bitOf(field) | stateBit(field)), UNLISTED],
    asksMoved: query.moved !== null,
    withMoved(mask, segment, origin) {
      const fails = query.moved !== null && (segment !== origin) !== query.moved;
      return fails ? mask | MOVED : mask & ~MOVED;
    },
  };
}

/** The mask of every ticket's current state. */
export function currentMasks({ tickets }: RecordedHistory, masks: MaskTables): Uint16Array {
  const result = masksOf(tickets.current, tickets.count, masks);
  const listed = tickets.listed.all();
  for (let index = 0; index < result.length; index++) {
    (result[index] as number) |= UNLISTED * (1 ^ (listed[index] as number));
  }
  return result;
}

/** The mask of every ticket's first known state. */
export function firstMasks({ tickets }: RecordedHistory, masks: MaskTables): Uint16Array {
  return masksOf(tickets.first, tickets.count, masks);
}

function masksOf(columns: TicketColumns['first'], count: number, masks: MaskTables): Uint16Array {
  const result = new Uint16Array(count);
  for (const [place, column] of columns.entries()) {
    const table = masks.tables[place];
    if (table != null) addBits(result, column.all(), table);
  }
  if (!masks.asksMoved) return result;
  const segments = columns[placeOf('segment')]?.all() as Uint32Array;
  const origins = columns[placeOf('originSegment')]?.all() as Uint32Array;
  for (let index = 0; index < count; index++) {
    result[index] = masks.withMoved(
      result[index] as number,
      segments[index] as number,
      origins[index] as number,
    );
  }
  return result;
}

function addBits(masks: Uint16Array, codes: Uint32Array, table: Uint16Array): void {
  for (let index = 0; index < masks.length; index++) {
    (masks[index] as number) |= table[codes[index] as number] as number;
  }
}

function bitOf(field: StateField): number {
  return 1 << placeOf(field);
}

/** The bit that says something of the state itself. */
function stateBit(field: StateField): number {
  if (field === 'status') return RESOLVED;
  return field === 'overdue' ? OVERDUE : 0;
}

const VALUES_WITH_BIT: { readonly [Field in StateField]?: string } = {
  status: 'RESOLVED',
  overdue: 'true',
};

function fieldTable(field: StateField, query: TicketQuery, values: ValueTable): Uint16Array | null {
  const { any, none } = chosenOf(field, query);
  const notable = VALUES_WITH_BIT[field];
  if (any.length === 0 && none.length === 0 && notable === undefined) return null;
  const bit = bitOf(field);
  const table = new Uint16Array(values.size).fill(any.length > 0 ? bit : 0);
  for (const value of any) setBit(table, values.codeOf(field, value), 0);
  for (const value of none) setBit(table, values.codeOf(field, value), bit);
  if (notable === undefined) return table;
  const code = values.codeOf(field, notable);
  if (code !== undefined) (table[code] as number) |= stateBit(field);
  return table;
}

function chosenOf(field: StateField, query: TicketQuery) {
  if (field !== 'deleted') return chosenValues(query, field satisfies ChoiceKey | FlagKey);
  const wanted = { exclude: ['false'], include: [], only: ['true'] }[query.deleted];
  return { any: wanted, none: [] };
}

function setBit(table: Uint16Array, code: number | undefined, bits: number): void {
  if (code !== undefined) table[code] = bits;
}
