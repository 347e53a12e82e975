import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHOICE_KEYS,
  type ChoiceKey,
  COLUMNS,
  DEFAULT_QUERY,
  DELETED,
  decodeQuery,
  encodeQuery,
  FLAG_KEYS,
  fieldOf,
  parseSearch,
  SORT_KEYS,
  type SortTerm,
  type TicketQuery,
} from './index.ts';
import { codePoint } from './testing/code-point.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
/** Values of which some begin as an address marks an excluded or a quoted one. */
const value = fc
  .tuple(fc.constantFrom('', '', '-', '=', '-=', '=-'), text)
  .map(([mark, rest]) => `${mark}${rest}`);
const texts = fc.uniqueArray(value, { maxLength: 4 });
const instant = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
const date = fc.oneof(
  instant.map((value) => value.toISOString()),
  instant.map((value) => value.toISOString().slice(0, 10)),
  fc.constantFrom('today', 'today-1', 'today-29', 'week-1', 'month'),
);

/** Values that a key takes, each once. */
function valuesOf(key: ChoiceKey): fc.Arbitrary<string[]> {
  const { values } = fieldOf(key);
  return values === undefined ? texts : fc.uniqueArray(fc.constantFrom(...values.map(({ value }) => value)));
}

function eachOf<Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value) {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;
}

const sort = fc
  .uniqueArray(fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }), {
    minLength: 1,
    selector: ({ key }) => key,
  })
  .map((terms): readonly SortTerm[] => terms);

const anyQuery = fc.record({
  page: fc.integer({ min: 1, max: 1_000_000_000 }),
  perPage: fc.integer({ min: 1, max: 200 }),
  sort,
  q: text.filter((q) => parseSearch(q).ok),
  ...eachOf(FLAG_KEYS, () => fc.constantFrom(true, false, null)),
  ...eachOf(CHOICE_KEYS, valuesOf),
  not: fc.record(eachOf(CHOICE_KEYS, valuesOf)),
  ids: fc.uniqueArray(fc.integer({ min: 1 }), { maxLength: 5 }),
  customerOf: fc.option(fc.integer({ min: 1 })),
  changedSince: fc.option(instant.map((value) => value.toISOString())),
  issuedFrom: fc.option(date),
  issuedTo: fc.option(date),
  deleted: fc.constantFrom(...DELETED),
  columns: fc.option(
    fc.uniqueArray(
      fc.record({
        column: fc.constantFrom(...COLUMNS),
        width: fc.option(fc.integer({ min: 48, max: 1_200 })),
        pinned: fc.boolean(),
      }),
      { minLength: 1, selector: ({ column }) => column },
    ),
  ),
  at: fc.option(fc.integer({ min: 1 })),
  since: fc.option(fc.integer({ min: 1 })),
}) as unknown as fc.Arbitrary<TicketQuery>;

/** As an address bar does it: written into a URL, and read from it again. */
function throughAnAddress(query: TicketQuery) {
  const url = new URL(`http://127.0.0.1/?${new URLSearchParams(encodeQuery(query))}`);
  return decodeQuery(url.searchParams);
}

test('a query survives the way through an address', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(throughAnAddress(query)).toEqual({ ok: true, query });
    }),
  );
});

test('an address without keys asks for the default, and the default needs no keys', () => {
  expect(decodeQuery([])).toEqual({ ok: true, query: DEFAULT_QUERY });
  expect(encodeQuery(DEFAULT_QUERY)).toEqual([]);
});

test('whatever an address holds, it is a query or named faults, and never an exception', () => {
  const pair = fc.tuple(
    fc.oneof(fc.constantFrom(...Object.keys(DEFAULT_QUERY), '__proto__', 'constructor'), fc.string()),
    fc.string({ unit: codePoint }),
  );
  // Without these hardly any address of several keys would be a query.
  const understood = fc.uniqueArray(
    fc.constantFrom(
      ['page', '3'],
      ['sort', '-id,type'],
      ['q', '<b> & more'],
      ['overdue', 'true'],
      ['status', '-RESOLVED'],
      ['age', '90+'],
      ['ids', '1,2'],
      ['issuedFrom', 'today-6'],
      ['columns', 'id*,age.90'],
    ),
    { maxLength: 9 },
  );
  const outcomes = { query: 0, faults: 0 };
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 3 }), understood, (odd, plain) => {
      const pairs = [...odd, ...plain].map(([key = '', text = '']) => [key, text] as const);
      const decoded = decodeQuery(pairs);
      if (decoded.ok) {
        if (pairs.length > 1) outcomes.query++;
        expect(Object.keys(decoded.query)).toEqual(Object.keys(DEFAULT_QUERY));
        return;
      }
      outcomes.faults++;
      expect(decoded.errors).not.toEqual([]);
      for (const { key, message } of decoded.errors) {
        expect(pairs.map(([name]) => name)).toContain(key);
        expect(message).toContain(key);
      }
    }),
    { numRuns: 300 },
  );
  expect(Math.min(outcomes.query, outcomes.faults)).toBeGreaterThan(20);
});

test('values of a repeatable key are alternatives, each counted once, and may be empty', () => {
  const decoded = decodeQuery(new URLSearchParams('status=NEW&status=OPEN&status=NEW&type='));
  expect(decoded).toEqual({ ok: true, query: { ...DEFAULT_QUERY, status: ['NEW', 'OPEN'], type: [''] } });
});

test('a minus before a value keeps its tickets out, and an equals sign tells a value that begins so', () => {
  const decoded = decodeQuery(
    new URLSearchParams('status=-RESOLVED&status=NEW&type==-odd&type=-=-older&assignee=-none'),
  );
  expect(decoded).toEqual({
    ok: true,
    query: {
      ...DEFAULT_QUERY,
      status: ['NEW'],
      type: ['-odd'],
      not: { ...DEFAULT_QUERY.not, status: ['RESOLVED'], type: ['-older'], assignee: ['none'] },
    },
  });
});
