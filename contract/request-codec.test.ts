import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  csvRequest,
  DEFAULT_QUERY,
  SEPARATORS,
  type Separator,
  SUMMARY_KEYS,
  summaryRequest,
  workbookRequest,
} from './index.ts';

const QUERY = { ...DEFAULT_QUERY, q: 'a & b', status: ['-odd'], customerOf: 7 };

function faultsOf(
  decoded: ReturnType<
    typeof summaryRequest.decode | typeof csvRequest.decode | typeof workbookRequest.decode
  >,
) {
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

test('a file’s form survives it too', () => {
  for (const mask of [true, false]) {
    const search = new URLSearchParams(workbookRequest.encode(QUERY, { mask }));
    expect(workbookRequest.decode(search)).toEqual({ ok: true, query: QUERY, extra: { mask } });
    for (const separator of Object.keys(SEPARATORS) as Separator[]) {
      const extra = { mask, separator, raw: !mask };
      const written = new URLSearchParams(csvRequest.encode(QUERY, extra));
      expect(csvRequest.decode(written)).toEqual({ ok: true, query: QUERY, extra });
    }
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
  const usual = { mask: false, separator: 'comma', raw: false } as const;
  expect(csvRequest.encode(DEFAULT_QUERY, usual)).toEqual([]);
  expect(csvRequest.decode([])).toEqual({ ok: true, query: DEFAULT_QUERY, extra: usual });
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

test.each([
  ['separator=pipe', 'separator'],
  ['separator=', 'separator'],
  ['separator=tab&separator=tab', 'separator'],
  ['raw=1', 'raw'],
])('a CSV file is not asked with %j', (search, key) => {
  expect(faultsOf(csvRequest.decode(new URLSearchParams(search)))).toEqual([key]);
});

test('a workbook has no separator and is never raw', () => {
  const pairs = new URLSearchParams('separator=tab&raw=true');
  expect(faultsOf(workbookRequest.decode(pairs))).toEqual(['separator', 'raw']);
});

test('all faults are named at once, those of the query too', () => {
  const pairs = new URLSearchParams('mask=1&page=0&zone=UTC');
  expect(faultsOf(csvRequest.decode(pairs))).toEqual(['mask', 'page', 'zone']);
});
