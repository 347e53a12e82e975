import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGE_BANDS, DELETED, FACETS, type Facets, type FacetValue } from '../../../contract/index.ts';
import { type Filters, filtersKey, NO_FILTERS } from '../change-filters.ts';
import { formatFilters } from './format-filters.ts';
import { type ParsedFilters, parseFilters } from './parse-filters.ts';

const BERLIN = 'Europe/Berlin';

const facets: Facets = {
  status: named('NEW', 'OPEN', 'ESCALATED', 'RESOLVED', 'ON HOLD'),
  priority: named('LOW', 'MEDIUM', 'HIGH', 'CRITICAL'),
  type: named('', 'MANUAL TICKET', 'manual', 'a,b', 'say "hi"', '-odd', '=odd', '<b>bold</b>', 'two\nlines'),
  overdue: named('true', 'false'),
  assignee: [
    { value: 'ann@example.com', label: 'Ann Smith', count: 3 },
    { value: 'ann.2@example.com', label: 'Ann Smith', count: 1 },
    { value: 'bob@example.com', label: 'Bob', count: 2 },
    { value: 'eve@example.com', label: 'bob@example.com', count: 2 },
    { value: 'ali@example.com', label: '\u202Eعلي', count: 2 },
    { value: 'none', label: 'Unassigned', count: 9 },
  ],
  segment: [
    { value: 'S1', label: 'Main Segment', count: 1 },
    { value: 'none', label: 'No segment', count: 0 },
  ],
  originSegment: named('S1', 'S2'),
  age: AGE_BANDS.map(({ value }) => ({ value, label: `${value} days`, count: 1 })),
};

function named(...values: string[]): FacetValue[] {
  return values.map((value) => ({ value, label: value, count: 1 }));
}

function parse(text: string, known: Facets | null = facets): ParsedFilters {
  return parseFilters(text, known, BERLIN);
}

/** What a text filters by, without what it leaves alone. */
function meaning(text: string, known: Facets | null = facets): Partial<Filters> {
  const parsed = parse(text, known);
  if (!parsed.ok) throw new Error(parsed.faults.map(({ message }) => message).join(' '));
  const changed = Object.entries(parsed.filters).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(NO_FILTERS[key as keyof Filters]),
  );
  return Object.fromEntries(changed);
}

function messages(text: string, known: Facets | null = facets): string[] {
  const parsed = parse(text, known);
  return parsed.ok ? [] : parsed.faults.map(({ message }) => message);
}

/** The text with every fault mended as it proposes. */
function mended(text: string): string {
  const parsed = parse(text);
  if (parsed.ok) return text;
  return parsed.faults.reduceRight(
    (whole, { from, to, instead }) =>
      instead === null ? whole : whole.slice(0, from) + instead + whole.slice(to),
    text,
  );
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

  test('searches for what is in quotes, colons and all', () => {
    expect(meaning('"12:30" "re: lamp" "status:new"')).toEqual({ q: '12:30 re: lamp status:new' });
  });

  test('takes any value while it is not known which there are, and knows the vendor’s own', () => {
    expect(meaning('status:new type:X assignee:NONE', null)).toEqual({
      status: ['NEW'],
      type: ['X'],
      assignee: ['none'],
    });
  });
});

describe('a fault', () => {
  test.each([
    ['stats:new', /“stats” is no filter/],
    ['colour:red', /“colour” is no filter; there are status, priority/],
    ['status:', /“status:” needs a value.*status:new/],
    ['status: new', /“status:” needs a value/],
    ['status:new,', /needs a value/],
    ['status:nwe', /“status” has no value “nwe”/],
    ['assignee:zebra', /“assignee” has no value “zebra”; it has Ann Smith, .* and others/],
    ['assignee:"ann smith"', /several values called “ann smith”: ann@example.com \(Ann Smith\), ann.2@/],
    ['age:old', /“age” has no value “old”; it has 0-1, 1-3, 3-7, 7-30, 30-90, 90\+/],
    ['overdue:maybe', /“overdue” takes yes or no; “maybe”/],
    ['overdue:yes,no', /“yes,no” is not/],
    ['overdue:yes overdue:no', /“overdue” can be given once only/],
    ['-issued:today', /“-issued:” is not possible/],
    ['issued:2026-02-30', /“issued” takes today/],
    ['issued:1..2..3', /“issued” takes today/],
    ['id:x', /“id” takes ticket numbers/],
    ['customer:ann', /a name is searched for by itself/],
    ['changed:today', /“changed” takes a day/],
    ['deleted:yes', /“deleted” takes include/],
    ['type:"MANUAL', /The quote before “MANUAL” has no end/],
    ['lamp "', /The last quote opens nothing/],
    ['lamp "is out', /The quote before “is out” has no end/],
    [`${'word '.repeat(101)}`, /at most 500 characters; these words have 504/],
    [`type:"${'x'.repeat(501)}"`, /at most 500 characters/],
  ])('of %s names the word', (text, message) => {
    expect(messages(text)).toEqual([expect.stringMatching(message)]);
  });

  test('names all faults, each with its place', () => {
    const parsed = parse('lamp stats:new age:5 refund');
    expect(parsed.ok ? [] : parsed.faults.map(({ from, to }) => [from, to])).toEqual([
      [5, 14],
      [19, 20],
    ]);
  });

  test.each([
    ['stats:new', 'status:new'],
    ['-prio:high', '-priority:high'],
    ['status:nwe', 'status:new'],
    ['type:manul', 'type:manual'],
    ['type:TICKET', 'type:"MANUAL TICKET"'],
    ['assignee:"Bbo"', 'assignee:Bob'],
    ['colour:red', '"colour:red"'],
    ['age:5,100', 'age:3-7,90+'],
    ['lamp "is out ', 'lamp "is out"'],
  ])('of %s proposes %s', (text, better) => {
    expect(mended(text)).toBe(better);
    expect(parse(better).ok).toBe(true);
  });

  test('stays short however long the word is', () => {
    const told = messages(`${'x'.repeat(9_000)}:y status:${'y'.repeat(400)} id:${'z'.repeat(9_000)}`);
    expect(told).toHaveLength(3);
    for (const message of told) expect(message.length).toBeLessThan(600);
  });
});

const zone = fc.constantFrom('UTC', BERLIN, 'America/St_Johns', 'Pacific/Apia', 'Africa/Cairo');
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...' ,:"“=-\n<é'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
});
const instant = fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true });
const date = fc.oneof(
  instant.map((value) => value.toISOString()),
  instant.map((value) => value.toISOString().slice(0, 10)),
  instant.map((value) => `${value.toISOString().slice(0, 10)}T23:00:00.000Z`),
  fc.constantFrom('today', 'today-1', 'today-29', '2026-02-04T08:59:52+01:00'),
);

function choice(values: readonly FacetValue[]) {
  const known = fc.constantFrom(...values.map(({ value }) => value), ...values.map(({ label }) => label));
  const value = fc.oneof(known, text, fc.constantFrom('none', 'None', 'new', 'NEW', 'manual ticket', 'BOB'));
  return fc.uniqueArray(value, { maxLength: 4 });
}

const ages = fc.uniqueArray(fc.constantFrom(...AGE_BANDS.map(({ value }) => value)));
const choices = {
  status: choice(facets.status),
  priority: choice(facets.priority),
  type: choice(facets.type),
  assignee: choice(facets.assignee),
  segment: choice(facets.segment),
  originSegment: choice(facets.originSegment),
  age: ages,
};

const anyFilters: fc.Arbitrary<Filters> = fc.record({
  ...choices,
  not: fc.record(choices),
  q: text,
  overdue: fc.constantFrom(true, false, null),
  ids: fc.uniqueArray(fc.nat(), { maxLength: 5 }),
  customerOf: fc.option(fc.nat()),
  moved: fc.constantFrom(true, false, null),
  changedSince: fc.option(date.filter((value) => value.includes('T'))),
  issuedFrom: fc.option(date),
  issuedTo: fc.option(date),
  deleted: fc.constantFrom(...DELETED),
});

test('filters written as a typed query are read as the same filters, in every zone', () => {
  const known = fc.constantFrom(facets, null);
  fc.assert(
    fc.property(anyFilters, known, zone, (filters, some, inZone) => {
      const parsed = parseFilters(formatFilters(filters, some, inZone), some, inZone);
      expect(parsed.ok ? filtersKey(parsed.filters) : parsed.faults).toBe(filtersKey(filters));
    }),
    { numRuns: 300 },
  );
});

test('a search field drops line breaks, and a known value is found without them', () => {
  const filters: Filters = { ...NO_FILTERS, type: ['two\nlines'], q: 'a\nb' };
  const inField = formatFilters(filters, facets, BERLIN).replaceAll('\n', '');
  expect(meaning(inField)).toEqual({ type: ['two\nlines'], q: 'a b' });
});

test('whatever is typed, it is filters or faults within the text, and never an exception', () => {
  const piece = fc.oneof(
    fc.constantFrom('status:', '-', 'type:', '"', '“', ',', '=', ' ', 'issued:', '..', '>=', 'id:', 'new'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const typed = pieces.join('');
      const parsed = parse(typed);
      if (parsed.ok) {
        const again = parse(formatFilters(parsed.filters, facets, BERLIN));
        expect(again.ok && filtersKey(again.filters)).toBe(filtersKey(parsed.filters));
        return;
      }
      for (const { from, to } of parsed.faults) {
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(typed.length);
      }
    }),
    { numRuns: 300 },
  );
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
  for (const facet of FACETS) {
    const name = facet === 'originSegment' ? 'origin' : facet;
    expect(messages(`${name}:`)[0]).toContain('needs a value');
  }
});
