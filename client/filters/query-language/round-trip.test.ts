import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AGE_BANDS, DELETED, type FacetValue, parseSearch } from '../../../contract/index.ts';
import { codePoint } from '../../../contract/testing/code-point.ts';
import { type Filters, filtersKey, NO_FILTERS } from '../change-filters.ts';
import { requestedIds } from '../search-parts.ts';
import { formatFilters } from './format-filters.ts';
import { lex } from './lex.ts';
import { parseFilters } from './parse-filters.ts';
import { knownFacets as facets } from './testing/known-facets.ts';

const BERLIN = 'Europe/Berlin';

function parse(text: string) {
  return parseFilters(text, facets, BERLIN);
}

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
  fc.constantFrom('today', 'today-1', 'today-29', 'week', 'week-1', 'month', '2026-02-04T08:59:52+01:00'),
);

function choice(values: readonly FacetValue[]) {
  const known = fc.constantFrom(...values.map(({ value }) => value), ...values.map(({ label }) => label));
  const value = fc.oneof(known, text, fc.constantFrom('none', 'None', 'new', 'NEW', 'manual ticket', 'BOB'));
  return fc.uniqueArray(value, { maxLength: 4 });
}

const id = fc.integer({ min: 1, max: 30 });
/** Parts of a search, those among them that could be taken for filters, for quotes or for numbers of tickets. */
const part = fc.oneof(
  text,
  fc.constantFrom(
    '"a phrase"',
    '-"not this"',
    '-word',
    'status:new',
    '-type:x',
    '12:30',
    '5"',
    'ticket',
    '1017,',
  ),
  fc.constantFrom(
    '#7',
    '-#7, 8',
    '7, 8, 9',
    'ticket 8',
    '7\n8',
    '1017',
    ',',
    ';',
    '“a b”',
    '＂',
    '-',
    're:"a',
    're:\u1fcd!',
  ),
);
const search = fc
  .tuple(fc.array(part, { maxLength: 5 }), fc.constantFrom(' ', '\n', ''))
  .map(([parts, between]) => parts.join(between))
  .filter((q) => parseSearch(q).ok);

const ages = fc.uniqueArray(fc.constantFrom(...AGE_BANDS.map(({ value }) => value)));
const choices = {
  status: choice(facets.status),
  priority: choice(facets.priority),
  type: choice(facets.type),
  assignee: choice(facets.assignee),
  segment: choice(facets.segment),
  originSegment: choice(facets.originSegment),
  age: ages,
  surveyId: choice(facets.surveyId),
};

const anyFilters: fc.Arbitrary<Filters> = fc.record({
  ...choices,
  not: fc.record(choices),
  q: search,
  overdue: fc.constantFrom(true, false, null),
  ids: fc.uniqueArray(id, { maxLength: 5 }),
  customerOf: fc.option(id),
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
      // No ticket has two numbers: nobody is asked to mend such a link, but it can't be typed.
      fc.pre(requestedIds(filters).conflict === null);
      const parsed = parseFilters(formatFilters(filters, some, inZone), some, inZone);
      expect(parsed.ok ? filtersKey(parsed.filters) : parsed.errors).toBe(filtersKey(filters));
    }),
    { numRuns: 600 },
  );
});

test('what is no filter means in the box what it means in an address', () => {
  const piece = fc.oneof(part, fc.constantFrom('-', '"', '“', '#', ', ', ';', ' ', '1', 'ticket '));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const typed = pieces.join('');
      fc.pre(lex(typed).every(({ kind }) => kind === 'search'));
      const inAddress = { ...NO_FILTERS, q: typed };
      const parsed = parse(typed);
      if (parsed.ok) expect(filtersKey(parsed.filters)).toBe(filtersKey(inAddress));
      // Two lists without a common number are told of in the box; an address that has them finds nothing.
      else expect(!parseSearch(typed).ok || requestedIds(inAddress).conflict !== null).toBe(true);
    }),
    { numRuns: 600 },
  );
});

test('whatever is typed, it is filters or errors within the text, and never an exception', () => {
  const piece = fc.oneof(
    fc.constantFrom('#1', ', 2', 'ticket ', ';', '""', 'word'),
    fc.constantFrom('status:', '-', 'type:', '"', '“', ',', '=', ' ', 'issued:', '..', '>=', 'id:', 'new'),
    fc.string({ unit: codePoint, maxLength: 4 }),
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
      for (const { from, to } of parsed.errors) {
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(typed.length);
      }
    }),
    { numRuns: 300 },
  );
});
