import { decodeQuery, encodeQuery, type QueryKey, queryKeys } from './codec.ts';
import { type CsvForm, SEPARATORS, type Separator } from './csv.ts';
import { isDay } from './dates.ts';
import { invalidValue, type KeyCodec, oneOf, yesOrNo } from './key-codec.ts';
import type { TicketQuery } from './query.ts';
import type { QueryError } from './schemas/problem.ts';
import { SUMMARY_KEYS, type SummaryKey, type SummaryOptions } from './summary.ts';
import { TREND_GROUPS, TREND_SPANS, type TrendGroup, type TrendsOptions } from './trends.ts';
import { canonicalZone } from './zones.ts';

/** Keys of a workbook's request besides the query. */
export interface WorkbookOptions {
  /** Whether customers' names and e-mails are hidden. */
  readonly mask: boolean;
}

/** Keys of a CSV file's request besides the query. */
export interface CsvOptions extends WorkbookOptions, CsvForm {}

/** A request that takes a query and keys of its own, each given at most once. */
interface RequestCodec<Extra> {
  /** @returns the query and the request's own keys, or every error there is */
  readonly decode: (
    pairs: Iterable<readonly [string, string]>,
  ) =>
    | { readonly ok: true; readonly query: TicketQuery; readonly extra: Extra }
    | { readonly ok: false; readonly errors: readonly QueryError[] };
  readonly encode: (query: TicketQuery, extra: Extra) => [string, string][];
  /** Its own keys. */
  readonly keys: Keys<Extra>;
  /** Keys of a query that it does not take. */
  readonly refused: readonly string[];
}

/** Every key that a request takes: its own, then the query's. */
export function requestKeys<Extra>({ keys, refused }: RequestCodec<Extra>): readonly QueryKey[] {
  const own = (Object.keys(keys) as (keyof Extra & string)[]).map((name) => {
    const { codec, fallback } = keys[name];
    return { name, codec, isRepeatable: false, isRequired: fallback === undefined };
  });
  return [...own, ...queryKeys().filter(({ name }) => !refused.includes(name))];
}

/** Keys of a list that say nothing of trends: these are of all tickets, and of all time. */
const LIST_KEYS: readonly string[] = [
  'page',
  'perPage',
  'sort',
  'columns',
  'at',
  'since',
] satisfies (keyof TicketQuery)[];

const ZONE: KeyCodec<string> = {
  parse: (given) => canonicalZone(given) ?? undefined,
  format: (zone) => zone,
  takes: 'a time zone like Europe/Berlin',
};

const DAY: KeyCodec<string | null> = {
  parse: (given) => (isDay(given) ? given : undefined),
  format: (day) => day ?? '',
  takes: 'a day like 2026-02-04',
};

const GROUP: KeyCodec<TrendGroup | null> = {
  ...oneOf(TREND_GROUPS),
  format: (group) => group ?? '',
};

/** `GET …/summary?by=age,priority&zone=Europe/Berlin&…` */
export const summaryRequest: RequestCodec<SummaryOptions> = requestCodec({
  by: {
    codec: {
      parse: parseKeys,
      format: (keys) => keys.join(','),
      takes: `one or two different keys out of ${SUMMARY_KEYS.join(', ')}, separated by a comma`,
    },
    fallback: undefined,
  },
  zone: { codec: ZONE, fallback: 'UTC' },
});

/** `GET …/trends?span=week&from=2026-02-02&to=2026-04-26&zone=Europe/Berlin&…` */
export const trendsRequest: RequestCodec<TrendsOptions> = requestCodec(
  {
    span: { codec: oneOf(TREND_SPANS), fallback: 'week' },
    from: { codec: DAY, fallback: null },
    to: { codec: DAY, fallback: null },
    zone: { codec: ZONE, fallback: 'UTC' },
    by: { codec: GROUP, fallback: null },
  },
  LIST_KEYS,
);

const MASK = { mask: { codec: yesOrNo(), fallback: false } } as const;

/** `GET …/tickets.xlsx?mask=true&…` */
export const workbookRequest: RequestCodec<WorkbookOptions> = requestCodec(MASK);

/** `GET …/tickets.csv?separator=semicolon&…` */
export const csvRequest: RequestCodec<CsvOptions> = requestCodec({
  ...MASK,
  separator: { codec: oneOf(Object.keys(SEPARATORS) as Separator[]), fallback: 'comma' },
  raw: { codec: yesOrNo(), fallback: false },
});

/** A key that has no `fallback` must be given. */
type Keys<Extra> = {
  readonly [Name in keyof Extra]: {
    readonly codec: KeyCodec<Extra[Name]>;
    readonly fallback: Extra[Name] | undefined;
  };
};

/** @param refused keys of a query that this request does not take */
function requestCodec<Extra>(keys: Keys<Extra>, refused: readonly string[] = []): RequestCodec<Extra> {
  const names = Object.keys(keys) as (keyof Extra & string)[];
  return {
    keys,
    refused,
    decode(pairs) {
      const all = [...pairs];
      const errors: QueryError[] = [];
      const extra = Object.fromEntries(names.map((name) => [name, decodeKey(name, keys[name], all, errors)]));
      for (const [key] of all.filter(([name]) => refused.includes(name))) {
        errors.push({ key, message: `${key} is not a key of this query` });
      }
      const rest = decodeQuery(all.filter(([name]) => !names.some((own) => own === name)));
      if (rest.ok && errors.length === 0) return { ok: true, query: rest.query, extra: extra as Extra };
      return { ok: false, errors: rest.ok ? errors : [...errors, ...rest.errors] };
    },
    encode(query, extra) {
      const own = names.filter((name) => extra[name] !== keys[name].fallback);
      const written = own.map((name): [string, string] => [name, keys[name].codec.format(extra[name])]);
      return [...written, ...encodeQuery(query).filter(([name]) => !refused.includes(name))];
    },
  };
}

function decodeKey<Value>(
  name: string,
  { codec, fallback }: { readonly codec: KeyCodec<Value>; readonly fallback: Value | undefined },
  pairs: readonly (readonly [string, string])[],
  errors: QueryError[],
): Value | undefined {
  const [first, ...others] = pairs.filter(([key]) => key === name).map(([, value]) => value);
  if (others.length > 0) {
    errors.push({ key: name, message: `${name} may be given once, not ${others.length + 1} times` });
    return undefined;
  }
  if (first === undefined) {
    if (fallback === undefined) errors.push({ key: name, message: `${name} must be ${codec.takes}` });
    return fallback;
  }
  const value = codec.parse(first);
  if (value === undefined) errors.push(invalidValue(name, codec, first));
  return value;
}

function parseKeys(given: string): readonly SummaryKey[] | undefined {
  const parts = given.split(',');
  const keys = parts.flatMap((part) => SUMMARY_KEYS.find((known) => known === part) ?? []);
  const different = new Set(keys).size === parts.length;
  return different && keys.length <= 2 ? keys : undefined;
}
