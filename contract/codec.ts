import { formatColumns, parseColumns } from './columns.ts';
import { isInstant } from './dates.ts';
import {
  CHOICE_KEYS,
  type ChoiceKey,
  COLUMNS,
  FLAG_KEYS,
  type FlagKey,
  fieldOf,
  SORT_KEYS,
} from './field-keys.ts';
import {
  date,
  idList,
  invalidValue,
  type KeyCodec,
  oneOf,
  searchText,
  text,
  wholeNumber,
  yesOrNo,
} from './key-codec.ts';
import { DEFAULT_QUERY, DELETED, PAGE_SIZES, type TicketQuery } from './query.ts';
import type { QueryError } from './schemas/problem.ts';
import { shorten } from './shorten.ts';
import { formatSort, parseSort } from './sort.ts';
import { MAX_TICKET_ID } from './ticket-id.ts';

/** The largest page number. */
const MAX_PAGE = 1_000_000_000;

/** The keys that are given at most once. */
type SingleKey = Exclude<keyof TicketQuery, ChoiceKey | 'not'>;

/** Those that may be repeated: for "any of", and with a `-` before the value for "none of". */
const CHOICES = Object.fromEntries(
  CHOICE_KEYS.map((key) => {
    const { values } = fieldOf(key);
    return [key, values === undefined ? text() : oneOf(values.map(({ value }) => value))];
  }),
) as Readonly<Record<ChoiceKey, KeyCodec<string>>>;

const FLAGS = Object.fromEntries(FLAG_KEYS.map((key) => [key, yesOrNo()])) as Readonly<
  Record<FlagKey, KeyCodec<boolean>>
>;

const SINGLES: { readonly [Key in SingleKey]: KeyCodec<NonNullable<TicketQuery[Key]>> } = {
  q: searchText(),
  ...FLAGS,
  ids: idList(),
  customerOf: { ...wholeNumber(MAX_TICKET_ID), takes: 'the id of a ticket' },
  changedSince: {
    parse: (given) => (isInstant(given) ? given : undefined),
    format: (value) => value,
    takes: 'an instant with its zone like 2026-02-04T08:59:52Z',
  },
  issuedFrom: date(),
  issuedTo: date(),
  deleted: oneOf(DELETED),
  sort: {
    parse: (given) => parseSort(given) ?? undefined,
    format: formatSort,
    takes: `keys out of ${SORT_KEYS.join(', ')}, each at most once, separated by commas, with - before one to descend`,
  },
  page: wholeNumber(MAX_PAGE),
  perPage: wholeNumber(PAGE_SIZES[PAGE_SIZES.length - 1] as number),
  columns: {
    parse: (given) => parseColumns(given) ?? undefined,
    format: formatColumns,
    takes: `columns out of ${COLUMNS.join(', ')}, each at most once, separated by commas, with .480 after one for its width and * to pin it`,
  },
  at: wholeNumber(Number.MAX_SAFE_INTEGER),
  since: wholeNumber(Number.MAX_SAFE_INTEGER),
};

/** Every key of the query, in the order in which an address writes them. */
const NAMES: readonly (ChoiceKey | SingleKey)[] = [
  ...new Set<ChoiceKey | SingleKey>([
    'q',
    ...FLAG_KEYS,
    ...CHOICE_KEYS,
    ...(Object.keys(SINGLES) as SingleKey[]),
  ]),
];

/** A key of a request's query, to be described. */
export interface QueryKey {
  readonly name: string;
  readonly codec: Pick<KeyCodec<never>, 'takes' | 'schema'>;
  readonly isRepeatable: boolean;
  readonly isRequired: boolean;
}

/** Every key of the query, in its order. */
export function queryKeys(): readonly QueryKey[] {
  return NAMES.map((name) => {
    const isRepeatable = isChoice(name);
    return { name, codec: isRepeatable ? CHOICES[name] : SINGLES[name], isRepeatable, isRequired: false };
  });
}

export type DecodedQuery =
  | { readonly ok: true; readonly query: TicketQuery }
  | { readonly ok: false; readonly errors: readonly QueryError[] };

/**
 * Reads a query from the pairs of an address, as `URLSearchParams` lists them.
 *
 * @returns the query with defaults filled in and repeated values once each, or every error there is.
 */
export function decodeQuery(pairs: Iterable<readonly [string, string]>): DecodedQuery {
  const errors: QueryError[] = [];
  let unknown = 0;
  const query: Record<string, unknown> = { ...DEFAULT_QUERY };
  const not: Record<string, readonly string[]> = { ...DEFAULT_QUERY.not };
  for (const [name, values] of groupByName(pairs)) {
    const key = NAMES.find((known) => known === name);
    if (key === undefined) {
      // Which keys there are is told once, however many others were given.
      const takes = unknown === 0 ? `; it takes ${NAMES.join(', ')}` : '';
      unknown += 1;
      errors.push({ key: shorten(name), message: `${shorten(name)} is not a key of this query${takes}` });
    } else if (isChoice(key)) {
      const { any, none } = decodeChoice(key, values, errors);
      query[key] = any;
      not[key] = none;
    } else {
      query[key] = decodeSingle(key, values, errors);
    }
  }
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, query: { ...query, not } as unknown as TicketQuery };
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

function isChoice(key: ChoiceKey | SingleKey): key is ChoiceKey {
  return (CHOICE_KEYS as readonly string[]).includes(key);
}

/**
 * A `-` before a value excludes its tickets. A value that itself begins with `-` or `=` is written with a
 * `=` before it, so that every value can be written.
 */
function decodeChoice(key: ChoiceKey, given: readonly string[], errors: QueryError[]) {
  const any = new Set<string>();
  const none = new Set<string>();
  for (const written of new Set(given)) {
    const excluded = written.startsWith('-');
    const rest = excluded ? written.slice(1) : written;
    const value = CHOICES[key].parse(rest.startsWith('=') ? rest.slice(1) : rest);
    if (value === undefined)
      errors.push(invalidValue<unknown>(key, CHOICES[key] as KeyCodec<unknown>, written));
    else (excluded ? none : any).add(value);
  }
  return { any: [...any], none: [...none] };
}

function encodeChoice(key: ChoiceKey, query: TicketQuery): [string, string][] {
  const escaped = (value: string) => (/^[-=]/.test(value) ? `=${value}` : value);
  return [
    ...query[key].map((value): [string, string] => [key, escaped(value)]),
    ...query.not[key].map((value): [string, string] => [key, `-${escaped(value)}`]),
  ];
}

function decodeSingle(key: SingleKey, values: readonly string[], errors: QueryError[]): unknown {
  const [value = ''] = values;
  if (values.length > 1) {
    errors.push({ key, message: `${key} may be given once, not ${values.length} times` });
    return undefined;
  }
  const parsed = SINGLES[key].parse(value);
  if (parsed === undefined) errors.push(invalidValue<unknown>(key, SINGLES[key] as KeyCodec<unknown>, value));
  return parsed;
}

/** Writes what differs from the default query, as pairs for `URLSearchParams`, always in the same order. */
export function encodeQuery(query: TicketQuery): [string, string][] {
  return NAMES.flatMap((name) => (isChoice(name) ? encodeChoice(name, query) : encodeSingle(name, query)));
}

function encodeSingle<Name extends SingleKey>(name: Name, query: TicketQuery): [string, string][] {
  const format = SINGLES[name].format as (value: unknown) => string;
  const value = query[name];
  if (value === null) return [];
  const fallback = DEFAULT_QUERY[name];
  const written = format(value);
  return fallback !== null && written === format(fallback) ? [] : [[name, written]];
}
