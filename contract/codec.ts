import { AGE_BANDS } from './age.ts';
import { isDate } from './dates.ts';
import type { Fault } from './problem.ts';
import { DEFAULT_QUERY, DELETED, PAGE_SIZES, type TicketQuery } from './query.ts';
import { formatSort, parseSort, SORT_KEYS } from './sort.ts';

/** The largest page number, and the longest search text or filter value in characters. */
const MAX_PAGE = 1_000_000_000;
const MAX_TEXT = 500;

/** How one query key is written. `parse` answers undefined for a value that the key does not take. */
interface KeyCodec<Value> {
  readonly parse: (text: string) => Value | undefined;
  readonly format: (value: Value) => string;
  /** What the key takes, to complete "… must be". */
  readonly takes: string;
}

/** A key that is given at most once, or one that may be repeated for "any of". */
type Key<Value> =
  | { readonly repeatable: false; readonly codec: KeyCodec<NonNullable<Value>> }
  | {
      readonly repeatable: true;
      readonly codec: KeyCodec<Value extends readonly (infer Item)[] ? Item : never>;
    };

/** Every key of the query, in the order in which an address writes them. */
const KEYS: { readonly [Name in keyof TicketQuery]: Key<TicketQuery[Name]> } = {
  q: single(text()),
  overdue: single({
    parse: (given) => (given === 'true' ? true : given === 'false' ? false : undefined),
    format: String,
    takes: 'true or false',
  }),
  priority: repeatable(text()),
  status: repeatable(text()),
  type: repeatable(text()),
  assignee: repeatable(text()),
  segment: repeatable(text()),
  originSegment: repeatable(text()),
  age: repeatable(oneOf(AGE_BANDS.map((band) => band.value))),
  issuedFrom: single(date()),
  issuedTo: single(date()),
  deleted: single(oneOf(DELETED)),
  sort: single({
    parse: (given) => parseSort(given) ?? undefined,
    format: formatSort,
    takes: `keys out of ${SORT_KEYS.join(', ')}, each at most once, separated by commas, with - before one to descend`,
  }),
  page: single(wholeNumber(MAX_PAGE)),
  perPage: single(wholeNumber(PAGE_SIZES[PAGE_SIZES.length - 1] as number)),
  at: single(wholeNumber(Number.MAX_SAFE_INTEGER)),
  since: single(wholeNumber(Number.MAX_SAFE_INTEGER)),
};

const NAMES = Object.keys(KEYS) as (keyof TicketQuery)[];

export type DecodedQuery =
  | { readonly ok: true; readonly query: TicketQuery }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads a query from the pairs of an address, as `URLSearchParams` lists them.
 *
 * @returns the query with defaults filled in and repeated values once each, or every fault there is.
 */
export function decodeQuery(pairs: Iterable<readonly [string, string]>): DecodedQuery {
  const faults: Fault[] = [];
  const query: Record<string, unknown> = { ...DEFAULT_QUERY };
  for (const [name, values] of groupByName(pairs)) {
    const key = NAMES.find((known) => known === name);
    if (key === undefined) {
      const takes = NAMES.join(', ');
      faults.push({
        key: shorten(name),
        message: `${shorten(name)} is not a key of this query; it takes ${takes}`,
      });
    } else {
      query[key] = decodeKey(key, values, faults);
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, query: query as unknown as TicketQuery };
}

function groupByName(pairs: Iterable<readonly [string, string]>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const values = groups.get(name);
    if (values) values.push(value);
    else groups.set(name, [value]);
  }
  return groups;
}

/** Parses what one key was given; what it does not take is added to `faults`. */
function decodeKey(key: keyof TicketQuery, values: readonly string[], faults: Fault[]): unknown {
  const { repeatable, codec } = KEYS[key];
  if (!repeatable && values.length > 1) {
    faults.push({ key, message: `${key} may be given once, not ${values.length} times` });
    return undefined;
  }
  const parsed: unknown[] = [];
  for (const value of new Set(values)) {
    const result = codec.parse(value);
    if (result === undefined) {
      faults.push({ key, message: `${key} must be ${codec.takes}; "${shorten(value)}" is not` });
    } else {
      parsed.push(result);
    }
  }
  return repeatable ? parsed : parsed[0];
}

/** Writes what differs from the default query, as pairs for `URLSearchParams`, always in the same order. */
export function encodeQuery(query: TicketQuery): [string, string][] {
  return NAMES.flatMap((name) => encodeKey(name, query));
}

function encodeKey<Name extends keyof TicketQuery>(name: Name, query: TicketQuery): [string, string][] {
  const { repeatable, codec } = KEYS[name];
  const format = codec.format as (value: unknown) => string;
  const value = query[name];
  if (repeatable) return (value as readonly unknown[]).map((item) => [name, format(item)]);
  if (value === null) return [];
  const fallback = DEFAULT_QUERY[name];
  const written = format(value);
  return fallback !== null && written === format(fallback) ? [] : [[name, written]];
}

function single<Value>(codec: KeyCodec<NonNullable<Value>>) {
  return { repeatable: false, codec } as const;
}

function repeatable<Item>(codec: KeyCodec<Item>) {
  return { repeatable: true, codec } as const;
}

function text(): KeyCodec<string> {
  return {
    parse: (given) => (given.length <= MAX_TEXT ? given : undefined),
    format: (value) => value,
    takes: `a text of at most ${MAX_TEXT} characters`,
  };
}

function oneOf<const Value extends string>(values: readonly Value[]): KeyCodec<Value> {
  return {
    parse: (given) => values.find((value) => value === given),
    format: (value) => value,
    takes: `one of ${values.join(', ')}`,
  };
}

function date(): KeyCodec<string> {
  return {
    parse: (given) => (isDate(given) ? given : undefined),
    format: (value) => value,
    takes: 'a day like 2026-02-04 or an instant with its zone like 2026-02-04T08:59:52Z',
  };
}

function wholeNumber(max: number): KeyCodec<number> {
  return {
    parse: (given) => (/^[1-9]\d{0,15}$/.test(given) && Number(given) <= max ? Number(given) : undefined),
    format: String,
    takes: `a whole number from 1 to ${max}`,
  };
}

/** What is echoed in a fault stays short, however long the input was. */
function shorten(given: string): string {
  return given.length > 60 ? `${given.slice(0, 60)}…` : given;
}
