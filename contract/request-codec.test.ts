import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_QUERY, exportRequest, SUMMARY_KEYS, summaryRequest } from './index.ts';

const QUERY = { ...DEFAULT_QUERY, q: 'a & b', status: ['-odd'], customerOf: 7 };

function faultsOf(decoded: ReturnType<typeof summaryRequest.decode | typeof exportRequest.decode>) {
  return decoded.ok ? [] : decoded.errors.map(({ key }) => key);
}

test('a summary’s question survives the way through an address, beside the query', () => {
  const question = fc.record({
    by: fc.shuffledSubarray([...SUMMARY_KEYS], { minLength: 1, maxLength: 2 }),
    zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/Sao_Paulo'),
  });
  fc.assert(
    fc.property(question, (extra) => {
      const search = new URLSearchParams(summaryRequest.encode(QUERY, extra)).toString();
      expect(summaryRequest.decode(new URLSearchParams(search))).toEqual({ ok: true, query: QUERY, extra });
    }),
  );
});

test('a zone has one spelling', () => {
  const decoded = summaryRequest.decode([
    ['by', 'age'],
    ['zone', 'europe/BERLIN'],
  ]);
  expect(decoded).toMatchObject({ ok: true, extra: { zone: 'Europe/Berlin' } });
});

test('an export’s question survives it too', () => {
  for (const mask of [true, false]) {
    const search = new URLSearchParams(exportRequest.encode(QUERY, { mask }));
    expect(exportRequest.decode(search)).toEqual({ ok: true, query: QUERY, extra: { mask } });
  }
});

test('what may be left out is, and is filled in', () => {
  expect(summaryRequest.encode(DEFAULT_QUERY, { by: ['age', 'priority'], zone: 'UTC' })).toEqual([
    ['by', 'age,priority'],
  ]);
  expect(summaryRequest.decode([['by', 'age']])).toEqual({
    ok: true,
    query: DEFAULT_QUERY,
    extra: { by: ['age'], zone: 'UTC' },
  });
  expect(exportRequest.encode(DEFAULT_QUERY, { mask: false })).toEqual([]);
  expect(exportRequest.decode([])).toEqual({ ok: true, query: DEFAULT_QUERY, extra: { mask: false } });
});

test.each([
  ['', 'by'],
  ['by=', 'by'],
  ['by=age,', 'by'],
  ['by=age,age', 'by'],
  ['by=age,status,type', 'by'],
  ['by=customer', 'by'],
  ['by=age&by=status', 'by'],
  ['by=age&zone=', 'zone'],
  ['by=age&zone=Middle/Earth', 'zone'],
  ['by=age&mask=true', 'mask'],
  ['by=age&page=0', 'page'],
])('a summary is not asked with %j', (search, key) => {
  expect(faultsOf(summaryRequest.decode(new URLSearchParams(search)))).toEqual([key]);
});

test('all faults are named at once, those of the query too', () => {
  const pairs = new URLSearchParams('mask=1&page=0&zone=UTC');
  expect(faultsOf(exportRequest.decode(pairs))).toEqual(['mask', 'page', 'zone']);
});
