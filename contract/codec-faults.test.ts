import { expect, test } from 'vitest';
import { decodeQuery } from './index.ts';

function faultsOf(search: string): readonly string[] {
  const decoded = decodeQuery(new URLSearchParams(search));
  return decoded.ok ? [] : decoded.errors.map(({ key }) => key);
}

test('all faults of a query are named at once', () => {
  expect(faultsOf('page=0&perPage=201&colour=red&overdue=maybe&age=2-4&sort=name&deleted=yes')).toEqual([
    'page',
    'perPage',
    'colour',
    'overdue',
    'age',
    'sort',
    'deleted',
  ]);
});

test.each([
  'page=0',
  'page=-1',
  'page=1.5',
  'page=01',
  'page=1e3',
  'page=%201',
  'page=',
  'page=9999999999999999999',
  'perPage=0',
  'perPage=100000',
  'at=0',
  'at=now',
  'sort=',
  'sort=id,',
  'sort=id,-id',
  'sort=--id',
  'sort=description',
  'overdue=',
  'overdue=TRUE',
  'issuedFrom=yesterday',
  'issuedFrom=2026-02-30',
  'issuedTo=2026-13-01',
  'issuedTo=2026-02-04T10:00:00',
  'issuedFrom=',
  'issuedFrom=today-0',
  'issuedFrom=today+1',
  'issuedFrom=week-0',
  'issuedFrom=year',
  'ids=',
  'ids=1,1',
  'ids=1,x',
  `ids=${Array.from({ length: 2_001 }, (_, id) => id).join(',')}`,
  'customerOf=ann@example.com',
  'moved=1',
  'changedSince=2026-02-04',
  'age=-2-4',
  'columns=',
  'columns=id,id',
  'columns=name',
  'columns=id.20',
  'columns=id.5000',
  'ids=0',
  'customerOf=0',
  `q=${'x'.repeat(501)}`,
  'q=%22refund+now',
  'q=refund+-',
  'q=%230',
  `q=${'w+'.repeat(25)}`,
])('%s is refused', (search) => {
  expect(faultsOf(search)).toEqual([search.split('=')[0]]);
});

test.each(['page=1&page=2', 'q=a&q=a', 'sort=id&sort=-id', 'overdue=true&overdue=false', 'at=1&at=2'])(
  '%s repeats a key that is given once',
  (search) => {
    expect(faultsOf(search)).toEqual([search.split('=')[0]]);
  },
);

test('a search that can’t be obeyed is told with the word at fault', () => {
  const decoded = decodeQuery(new URLSearchParams('q=lamp+"refund+now'));
  expect(decoded).toEqual({
    ok: false,
    errors: [{ key: 'q', message: 'q: The quote before “refund now” has no end' }],
  });
});

test('which keys there are is told once', () => {
  const decoded = decodeQuery(Array.from({ length: 30 }, (_, index) => [`k${index}`, '']));
  if (decoded.ok) throw new Error('These pairs are no query.');
  expect(decoded.errors.filter(({ message }) => message.includes('it takes q, overdue'))).toHaveLength(1);
});

test('what a fault echoes is short, however long the input was', () => {
  const decoded = decodeQuery([
    ['x'.repeat(5000), 'y'],
    ['page', 'z'.repeat(5000)],
  ]);
  if (decoded.ok) throw new Error('These pairs are no query.');
  expect(decoded.errors).toHaveLength(2);
  for (const { message } of decoded.errors) expect(message.length).toBeLessThan(400);
});
