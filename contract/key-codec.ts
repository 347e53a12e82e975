import { isDate } from './dates.ts';
import { MAX_IDS } from './query.ts';
import type { QueryError } from './schemas/problem.ts';
import { parseSearch } from './search-text.ts';
import { shorten } from './shorten.ts';
import { parseTicketId } from './ticket-id.ts';

/** The longest search text or filter value, in characters. */
const MAX_TEXT = 500;

/** The values of a key as JSON Schema has them, where it can say them; the rest is in {@link KeyCodec.takes}. */
interface ValueSchema {
  readonly type: 'string' | 'integer' | 'boolean';
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** Reads and writes one query key. `parse` answers undefined for a value that the key does not take. */
export interface KeyCodec<Value> {
  readonly parse: (text: string) => Value | undefined;
  readonly format: (value: Value) => string;
  /** The values that the key takes, to complete "… must be". */
  readonly takes: string;
  /** Any text when left out. */
  readonly schema?: ValueSchema;
  /** A sentence about a value that is not taken, without its full stop; null where `takes` says it all. */
  readonly explain?: (text: string) => string | null;
}

export function text(): KeyCodec<string> {
  return {
    parse: (given) => (given.length <= MAX_TEXT ? given : undefined),
    format: (value) => value,
    takes: `a text of at most ${MAX_TEXT} characters`,
    schema: { type: 'string', maxLength: MAX_TEXT },
  };
}

/** A text that is searched for: see `parseSearch`. */
export function searchText(): KeyCodec<string> {
  const any = text();
  const errorOf = (given: string) => {
    const search = parseSearch(given);
    return search.ok ? null : search.error;
  };
  return {
    ...any,
    parse: (given) => (any.parse(given) !== undefined && errorOf(given) === null ? given : undefined),
    explain: (given) => (any.parse(given) === undefined ? null : errorOf(given)),
  };
}

export function oneOf<const Value extends string>(values: readonly Value[]): KeyCodec<Value> {
  return {
    parse: (given) => values.find((value) => value === given),
    format: (value) => value,
    takes: `one of ${values.join(', ')}`,
    schema: { type: 'string', enum: values },
  };
}

export function yesOrNo(): KeyCodec<boolean> {
  return {
    parse: (given) => (given === 'true' ? true : given === 'false' ? false : undefined),
    format: String,
    takes: 'true or false',
    schema: { type: 'boolean' },
  };
}

export function date(): KeyCodec<string> {
  return {
    parse: (given) => (isDate(given) ? given : undefined),
    format: (value) => value,
    takes:
      'a day like 2026-02-04, an instant with its zone like 2026-02-04T08:59:52Z, today, week or month, or one before it like today-6 or week-1',
  };
}

export function wholeNumber(max: number, min = 1): KeyCodec<number> {
  return {
    parse: (given) => {
      const value = /^(?:0|[1-9]\d{0,15})$/.test(given) ? Number(given) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
    format: String,
    takes: `a whole number from ${min} to ${max}`,
    schema: { type: 'integer', minimum: min, maximum: max },
  };
}

/** Ids separated by commas, each at most once and at most {@link MAX_IDS} of them. */
export function idList(): KeyCodec<readonly number[]> {
  return {
    parse: parseIds,
    format: (ids) => ids.join(','),
    takes: `ticket ids, each at most once, separated by commas, at most ${MAX_IDS}`,
  };
}

function parseIds(given: string): readonly number[] | undefined {
  const ids = new Set<number>();
  const parts = given.split(',', MAX_IDS + 1);
  for (const part of parts) {
    const parsed = parseTicketId(part);
    if (parsed !== null) ids.add(parsed);
  }
  return ids.size === parts.length && ids.size <= MAX_IDS ? [...ids] : undefined;
}

/** The error of a value that a key does not take. */
export function invalidValue<Value>(
  key: string,
  { takes, explain }: KeyCodec<Value>,
  given: string,
): QueryError {
  const explained = explain?.(given) ?? null;
  if (explained !== null) return { key, message: `${key}: ${explained}` };
  return { key, message: `${key} must be ${takes}; "${shorten(given)}" is not` };
}
