import { describe, expect, test } from 'vitest';
import { FACETS, type Facets } from '../../../contract/index.ts';
import { type Filters, NO_FILTERS } from '../change-filters.ts';
import { formatFilters } from './format-filters.ts';
import { type ParsedFilters, parseFilters } from './parse-filters.ts';
import { knownFacets as facets } from './testing/known-facets.ts';

const BERLIN = 'Europe/Berlin';

function parse(text: string, known: Facets | null = facets): ParsedFilters {
  return parseFilters(text, known, BERLIN);
}

/** What a text filters by, without what it leaves alone. */
function meaning(text: string, known: Facets | null = facets): Partial<Filters> {
  const parsed = parse(text, known);
  if (!parsed.ok) throw new Error(parsed.errors.map(({ message }) => message).join(' '));
  const changed = Object.entries(parsed.filters).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(NO_FILTERS[key as keyof Filters]),
  );
  return Object.fromEntries(changed);
}

function messages(text: string, known: Facets | null = facets): string[] {
  const parsed = parse(text, known);
  return parsed.ok ? [] : parsed.errors.map(({ message }) => message);
}

const not = (none: Partial<Filters['not']>) => ({ not: { ...NO_FILTERS.not, ...none } });

describe('a typed query', () => {
  test.each<[string, Partial<Filters>]>([
    ['', {}],
    ['  refund   late ', { q: 'refund late' }],
    [
      'status:new priority:high,critical -assignee:none refund',
      { status: ['NEW'], priority: ['HIGH', 'CRITICAL'], ...not({ assignee: ['none'] }), q: 'refund' },
    ],
    ['STATUS:Escalated Status:new', { status: ['ESCALATED', 'NEW'] }],
    ['status:"on hold"', { status: ['ON HOLD'] }],
    ['status:new,new', { status: ['NEW'] }],
    ['type:"MANUAL TICKET",manual', { type: ['MANUAL TICKET', 'manual'] }],
    ['type:“manual ticket”', { type: ['MANUAL TICKET'] }],
    ['type:"a,b","say ""hi"""', { type: ['a,b', 'say "hi"'] }],
    ['type:""', { type: [''] }],
    ['type:"no such type"', { type: ['no such type'] }],
    ['type:=MANUAL', { type: ['MANUAL'] }],
    ['assignee:BOB,ann@example.com', { assignee: ['bob@example.com', 'ann@example.com'] }],
    ['assignee:unassigned segment:"main segment"', { assignee: ['none'], segment: ['S1'] }],
    ['assignee:=gone@example.com', { assignee: ['gone@example.com'] }],
    ['origin:s2 age:90+,7-30', { originSegment: ['S2'], age: ['90+', '7-30'] }],
    ['overdue:yes moved:no deleted:only', { overdue: true, moved: false, deleted: 'only' }],
    ['id:7,8 customer:9', { ids: [7, 8], customerOf: 9 }],
    ['changed:2026-02-04', { changedSince: '2026-02-03T23:00:00.000Z' }],
    ['issued:today', { issuedFrom: 'today' }],
    ['issued:yesterday', { issuedFrom: 'today-1', issuedTo: 'today-1' }],
    ['issued:week-1', { issuedFrom: 'week-1', issuedTo: 'week-1' }],
    ['issued:month', { issuedFrom: 'month' }],
    ['issued:>=today-6', { issuedFrom: 'today-6' }],
    ['issued:2026-02-04', { issuedFrom: '2026-02-03T23:00:00.000Z', issuedTo: '2026-02-04T23:00:00.000Z' }],
    [
      'issued:2026-03-01..2026-03-31',
      { issuedFrom: '2026-02-28T23:00:00.000Z', issuedTo: '2026-03-31T22:00:00.000Z' },
    ],
    ['issued:<=2026-02-04Z', { issuedTo: '2026-02-04' }],
    ['issued:>=2026-02-04T08:59:52+01:00', { issuedFrom: '2026-02-04T08:59:52+01:00' }],
  ])('%s', (text, filters) => {
    expect(meaning(text)).toEqual(filters);
  });

  test.each([
    '12:30',
    'https://example.com/a:b',
    '-refund',
    'x"y',
    'a,b',
    '=',
    ':',
    '<script>',
    '\u202Eevil',
  ])('searches for %s as it stands', (word) => {
    expect(meaning(word)).toEqual({ q: word });
  });

  test.each([
    '"a quoted phrase"',
    '"12:30" "re: lamp" "status:new"',
    '-"not paid" -refund lamp',
    '“curly quotes” „deutsch“',
    '-#5, 6 lamp',
    '1017 1018',
    '1,200',
  ])('hands %s to the search as it is', (q) => {
    expect(meaning(q)).toEqual({ q });
  });

  test.each<[string, Partial<Filters>]>([
    ['1017, 1018', { ids: [1017, 1018] }],
    ['1017; 1018;1019 , 1020', { ids: [1017, 1018, 1019, 1020] }],
    ['#1017', { ids: [1017] }],
    ['Ticket 1017 refund', { ids: [1017], q: 'refund' }],
    ['tickets #1, #2 -refund status:new', { ids: [1, 2], q: '-refund', status: ['NEW'] }],
    ['#1 #2', { ids: [1, 2] }],
    ['id:1017, 1018', { ids: [1017, 1018] }],
    ['ID:1017 , #1018;１０１９ lamp', { ids: [1017, 1018, 1019], q: 'lamp' }],
    ['id:"1017, 1018"', { ids: [1017, 1018] }],
    ['id:1,2,3 #2, 3', { ids: [2, 3] }],
    ['status:new 0007, 8', { ids: [7, 8], status: ['NEW'] }],
  ])('takes the numbers of %s for the filter that they are', (text, filters) => {
    expect(meaning(text)).toEqual(filters);
  });

  test('takes as many numbers as a query may name, and no more', () => {
    const list = (count: number) => Array.from({ length: count }, (_, index) => 9_000_000 + index).join(', ');
    expect(meaning(list(2_000)).ids).toHaveLength(2_000);
    expect(messages(list(2_001))).toEqual(['A list takes at most 2,000 tickets; this one has 2,001.']);
  });

  test('keeps apart what would read as one list without the filter between', () => {
    expect(meaning('1017, status:new 1018')).toEqual({ q: '"1017," 1018', status: ['NEW'] });
    expect(meaning('ticket status:new 1018')).toEqual({ q: '"ticket" 1018', status: ['NEW'] });
  });

  test('takes any value while it is not known which there are, and knows the vendor’s own', () => {
    expect(meaning('status:new type:X assignee:NONE', null)).toEqual({
      status: ['NEW'],
      type: ['X'],
      assignee: ['none'],
    });
  });
});

test('filters are written short, by the names that people know, with the words at the end', () => {
  const filters: Filters = {
    ...NO_FILTERS,
    q: 'refund 12:30 re:lamp',
    status: ['NEW', 'ON HOLD'],
    assignee: ['ann@example.com', 'none', 'gone@example.com'],
    not: { ...NO_FILTERS.not, segment: ['S1'], age: ['90+'] },
    overdue: true,
    issuedFrom: '2026-01-31T23:00:00.000Z',
    issuedTo: '2026-02-28T23:00:00.000Z',
  };
  expect(formatFilters(filters, facets, BERLIN)).toBe(
    'status:new,"ON HOLD" -age:90+ assignee:ann@example.com,none,=gone@example.com -segment:"Main Segment" ' +
      'overdue:yes issued:2026-02-01..2026-02-28 refund 12:30 "re:lamp"',
  );
});

test('every facet can be typed', () => {
  const names = ['overdue', 'priority', 'status', 'age', 'assignee', 'segment', 'origin', 'type', 'survey'];
  expect(names).toHaveLength(FACETS.length);
  for (const name of names) expect(messages(`${name}:`)[0]).toContain('needs a value');
});

test('a search field drops line breaks, and a known value is found without them', () => {
  const filters: Filters = { ...NO_FILTERS, type: ['two\nlines'], q: 'a\nb' };
  const inField = formatFilters(filters, facets, BERLIN).replaceAll('\n', '');
  expect(meaning(inField)).toEqual({ type: ['two\nlines'], q: 'a b' });
});
