import * as fc from 'fast-check';
import { codePoint } from '../../contract/testing/code-point.ts';

/** Node reads no more of an address. */
const MAX_CHARACTERS = 15_000;

const KEYS =
  'q overdue priority status type assignee segment originSegment age ids customerOf moved changedSince issuedFrom issuedTo deleted sort page perPage columns at since by zone mask';

/** Values that some key takes. */
const VALID = [
  'true',
  'HIGH',
  '-NEW',
  '=-x',
  'none',
  '3-7',
  '90+',
  '1,2,3',
  '7',
  '2026-02-04',
  '2026-02-04T08:59:52Z',
  'today-6',
  'include',
  '-overdue,issueDate',
  'id,customer.480*',
  'status,age',
  'Europe/Berlin',
  '"a phrase" word -other',
];

/** Values that no key takes, or that mean something to a machine. */
const ODD = [
  '',
  '0',
  '-1',
  '1e309',
  'NaN',
  'Infinity',
  '9007199254740993',
  '9'.repeat(400),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '0000-00-00',
  '2026-02-30',
  '275760-09-13T00:00:00.001Z',
  '-271821-04-20',
  'today--1',
  'today-99999999999999999999',
  'aMerica/argentina/ComodRivadavia',
  '../../etc/passwd',
  'Etc/GMT+99',
  '🙂'.repeat(200),
  'a'.repeat(501),
  ' '.repeat(501),
  '\u0000',
  '\ud800',
  '\u202E',
  'ﬁ ß İ ı ǆ',
  '"',
  '-',
  '-"',
  '""""',
  '((((((((((',
  `${'a '.repeat(200)}`,
  '"'.repeat(499),
  'id:1,2,,;3',
  '<script>',
  "' OR 1=1",
  '{"$gt":""}',
];

const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...KEYS.split(' ')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      '',
      'utm_source',
      'STATUS',
      ' q',
      'not',
      'q[]',
      'a[b][c][d]',
      `q${'[x]'.repeat(200)}`,
      '__proto__[x]',
      'constructor.prototype',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...VALID) },
  { weight: 4, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.string({ unit: codePoint, maxLength: 20 }) },
  { weight: 1, arbitrary: fc.bigInt().map(String) },
);

const pair = fc.tuple(key, value, fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 1, 2, 20)).map(([name, text, times]) =>
  Array<string>(times)
    .fill(`${encoded(name)}=${encoded(text)}`)
    .join('&'),
);

/** Breaks a query that was well written: a broken percent-encoding, a key without value, an `&amp;`. */
const mutation = fc.constantFrom<(query: string) => string>(
  ...Array<(query: string) => string>(4).fill((query) => query),
  (query) => query.replace('%', '%%'),
  (query) => `${query}%`,
  (query) => `${query}%zz`,
  (query) => `${query}&%E0%A4%A=1`,
  (query) => query.replaceAll('=', ''),
  (query) => query.replaceAll('&', '&amp;'),
  (query) => query.replaceAll('&', ';'),
  (query) => `${query}?${query}`,
  (query) => `&&=${query}=&=`,
  (query) => query.replaceAll('+', '%20').replaceAll('%20', '+'),
  (query) => `${query}#${query}`,
  (query) => query.slice(0, Math.floor(query.length / 2)),
);

/** Queries as nobody writes them, and some that somebody might; short enough for every HTTP server. */
export const oddQuery: fc.Arbitrary<string> = fc
  .tuple(fc.array(pair, { maxLength: 5 }), mutation)
  .map(([pairs, mutate]) => mutate(pairs.join('&')).slice(0, MAX_CHARACTERS));

function encoded(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\uFFFD'));
}
