import {
  type ChoiceKey,
  chosenValues,
  type FlagKey,
  HISTORY_FIELDS,
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
const OVERDUE_PLACE = 11;
const OVERDUE = 1 << OVERDUE_PLACE;
const DELETED = 1 << 12;
const UNLISTED = 1 << 13;

if (STATE_FIELDS.length !== 8) throw new Error('A mask has eight bits for the filters of a state.');

/** All bits of filters. */
const FAILS = MOVED | EXCLUDED | 0xff;

/** The bits of filters that are asked of a change of a field: all but those on the field that changes. */
export function failsBeside(field: StateField): number {
  return FAILS & ~bitOf(field) & ~(field === 'segment' ? MOVED : 0);
}

/** The bits of filters that are asked of what is counted whatever its status, and whether it is overdue. */
export const FAILS_BESIDE_STATUS = FAILS & ~bitOf('status') & ~bitOf('overdue');

/** The bits of which an open ticket that passes the filters has none. */
const NOT_OPEN = FAILS_BESIDE_STATUS | RESOLVED | DELETED | UNLISTED;

/** 1 for a ticket that is open and passes the filters, else 0: a branch here would be mispredicted half of the time. */
export function openOf(mask: number): number {
  return ((mask & NOT_OPEN) - 1) >>> 31;
}

/** 1 for one of them that is overdue, else 0. */
export function overdueOf(mask: number): number {
  return openOf(mask) & (mask >>> OVERDUE_PLACE);
}

/** Filters of a query as bits of masks. */
export interface MaskTable {
  /** The bits of a value of a field, at `place of the field * stride + code`; places as in `HISTORY_FIELDS`. */
  readonly bits: Uint16Array;
  readonly stride: number;
  /** All bits that a value of a field may set, by the place of the field. */
  readonly owned: Uint16Array;
  /** The mask with the bit of a ticket that has these segments; null when the query does not ask who has moved. */
  readonly withMoved: ((mask: number, segment: number, origin: number) => number) | null;
}

/** Translates a query's filters on what is recorded. */
export function maskTable(query: TicketQuery, values: ValueTable): MaskTable {
  const stride = values.size;
  const bits = new Uint16Array(HISTORY_FIELDS.length * stride);
  for (const [place, field] of STATE_FIELDS.entries()) {
    fillBits(bits.subarray(place * stride, (place + 1) * stride), field, query, values);
  }
  setBit(bits.subarray(placeOf('listed') * stride), values.codeOf('listed', 'false'), UNLISTED);
  const owned = [...STATE_FIELDS.map((field) => bitOf(field) | stateBit(field)), UNLISTED];
  const { moved } = query;
  return {
    bits,
    stride,
    owned: Uint16Array.from(owned),
    withMoved:
      moved === null
        ? null
        : (mask, segment, origin) => ((segment !== origin) === moved ? mask & ~MOVED : mask | MOVED),
  };
}

/** The mask of every ticket's current state. */
export function currentMasks({ tickets }: RecordedHistory, table: MaskTable): Uint16Array {
  const result = masksOf(tickets.current, tickets.count, table);
  const listed = tickets.listed.all();
  for (let index = 0; index < result.length; index++) {
    (result[index] as number) |= UNLISTED * (1 ^ (listed[index] as number));
  }
  return result;
}

/** The mask of every ticket's first known state. */
export function firstMasks({ tickets }: RecordedHistory, table: MaskTable): Uint16Array {
  return masksOf(tickets.first, tickets.count, table);
}

function masksOf(
  columns: TicketColumns['first'],
  count: number,
  { bits, stride, withMoved }: MaskTable,
): Uint16Array {
  const result = new Uint16Array(count);
  for (const [place, column] of columns.entries()) {
    const own = bits.subarray(place * stride, (place + 1) * stride);
    if (own.some((bit) => bit !== 0)) addBits(result, column.all(), own);
  }
  if (withMoved === null) return result;
  const segments = columns[placeOf('segment')]?.all() as Uint32Array;
  const origins = columns[placeOf('originSegment')]?.all() as Uint32Array;
  for (let index = 0; index < count; index++) {
    result[index] = withMoved(result[index] as number, segments[index] as number, origins[index] as number);
  }
  return result;
}

function addBits(masks: Uint16Array, codes: Uint32Array, bits: Uint16Array): void {
  for (let index = 0; index < masks.length; index++) {
    (masks[index] as number) |= bits[codes[index] as number] as number;
  }
}

function bitOf(field: StateField): number {
  return 1 << placeOf(field);
}

/** The bit that says something of the state itself. */
function stateBit(field: StateField): number {
  if (field === 'status') return RESOLVED;
  if (field === 'overdue') return OVERDUE;
  return field === 'deleted' ? DELETED : 0;
}

const VALUES_WITH_BIT: { readonly [Field in StateField]?: string } = {
  status: 'RESOLVED',
  overdue: 'true',
  deleted: 'true',
};

function fillBits(bits: Uint16Array, field: StateField, query: TicketQuery, values: ValueTable): void {
  const { any, none } = chosenOf(field, query);
  const bit = bitOf(field);
  if (any.length > 0) bits.fill(bit);
  for (const value of any) setBit(bits, values.codeOf(field, value), 0);
  for (const value of none) setBit(bits, values.codeOf(field, value), bit);
  const notable = VALUES_WITH_BIT[field];
  const code = notable === undefined ? undefined : values.codeOf(field, notable);
  if (code !== undefined) (bits[code] as number) |= stateBit(field);
}

function chosenOf(field: StateField, query: TicketQuery) {
  if (field !== 'deleted') return chosenValues(query, field satisfies ChoiceKey | FlagKey);
  const wanted = { exclude: ['false'], include: [], only: ['true'] }[query.deleted];
  return { any: wanted, none: [] };
}

function setBit(bits: Uint16Array, code: number | undefined, bit: number): void {
  if (code !== undefined) bits[code] = bit;
}
