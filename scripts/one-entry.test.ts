import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTicket, TAKEN_AT } from '../server/snapshot/testing/make-snapshot.ts';
import { type ChangedCopy, copyWithChange } from './testing/changed-copy.ts';
import { filesNaming } from './testing/named-fields.ts';

const PRESENTATION = 'client/format/fields.ts';
const POLICY = 'server/upstream/failure-kinds.ts';
const WORDS = 'client/snapshot/problem-messages.ts';
const FIELDS = `
  madeUp: {
    label: 'Made up',
    kind: 'text',
    of: 'type',
    filter: 'choice',
    facet: true,
    sort: ['made A–Z', 'made Z–A'],
    column: 'usual',
  },
  madeUpFlag: { label: 'Flagged', kind: 'flag', of: 'isOverdue', filter: 'flag' },
  madeUpDate: { label: 'Then', kind: 'date', of: 'deletedAt', sort: ['then first', 'then last'], column: 'optional' },`;
const PRESENTED = `
  madeUp: { section: 'references', syntax: { name: 'made', title: 'Made up', example: 'made:up' } },
  madeUpFlag: { section: null, syntax: { name: 'flagged', title: 'Flagged', example: 'flagged:yes' } },
  madeUpDate: { section: 'dates' },`;

let copy: ChangedCopy;
/** The files of each side that ask for something of the new fields, and of a new kind of failure. */
let asking: Readonly<Record<'contract' | 'server' | 'client', readonly string[]>>;

beforeAll(() => {
  copy = copyWithChange('contract/fields.ts', '\n  id: {', `${FIELDS}\n  id: {`);
  // Both at once: to compile all sides once more takes seconds.
  copy.change('contract/schemas/snapshot.ts', "\n  'unreadable',\n", "\n  'unreadable',\n  'made-up',\n");
  asking = {
    contract: copy.filesThatAsk('contract'),
    server: copy.filesThatAsk('server'),
    client: copy.filesThatAsk('client'),
  };
  copy.change(PRESENTATION, '\n  id: {', `${PRESENTED}\n  id: {`);
});

afterAll(() => copy.remove());

test('for fields more, the compiler asks for nothing but their presentation; for a kind of failure more, for its policy and its words', () => {
  expect(asking).toEqual({ contract: [], server: [POLICY], client: [PRESENTATION, WORDS] });
  expect(copy.filesThatAsk('client')).toEqual([WORDS]);
});

test('a field more is read, answered, typed and shown everywhere once it is presented', async () => {
  const { DEFAULT_QUERY, decodeQuery, encodeQuery } = await import(copy.path('contract/index.ts'));
  const query = { ...DEFAULT_QUERY, madeUp: ['A'], sort: [{ key: 'madeUpDate', descending: true }] };
  expect(decodeQuery(encodeQuery(query))).toEqual({ ok: true, query });

  const { buildSnapshot } = await import(copy.path('server/snapshot/snapshot.ts'));
  const { listTickets } = await import(copy.path('server/query/index.ts'));
  const tickets = [makeTicket({ id: 1, type: 'A' }), makeTicket({ id: 2, type: 'B' })];
  const snapshot = buildSnapshot({ number: 1, takenAt: TAKEN_AT, whole: true, total: 2, tickets });
  const list = listTickets(snapshot, query);
  expect(list).toMatchObject({ page: { total: 1 }, facets: { madeUp: [{ value: 'A' }, { value: 'B' }] } });

  const { parseFilters } = await import(copy.path('client/filters/query-language/parse-filters.ts'));
  const filters = { madeUp: ['A'], madeUpFlag: true };
  expect(parseFilters('made:a flagged:yes', list.facets, 'UTC')).toMatchObject({ filters });
  const { PLAIN_FLAGS } = await import(copy.path('client/filters/plain-flags.ts'));
  expect(PLAIN_FLAGS).toContain('madeUpFlag');
  const { USUAL_COLUMNS } = await import(copy.path('client/tickets/columns/column-state.ts'));
  expect(USUAL_COLUMNS).toContainEqual({ column: 'madeUp', width: null, pinned: false });
  const { SectionFacts } = await import(copy.path('client/tickets/drawer/field-fact.tsx'));
  const facts = createElement(SectionFacts, { section: 'references', ticket: tickets[0] });
  expect(renderToStaticMarkup(facts)).toMatch(/Made up.*A/);
});

/** Files that name the fields of a ticket by hand, and why. */
const NAMING: Readonly<Record<string, string>> = {
  'contract/fields.ts': 'describes each field',
  'client/format/fields.ts': 'says how each field is typed and shown',
  'contract/schemas/ticket.ts': 'describes the record that the vendor documents',
  'server/upstream/record.ts': 'reads that record, each property in its own way',
  'server/sandbox/record.ts': 'invents that record',
  'server/sandbox/oddities.ts': 'makes invented records odd, a property at a time',
};

test('no more than six files name several fields by hand', () => {
  expect(Object.keys(NAMING).length).toBeLessThanOrEqual(6);
  expect(filesNaming(4)).toEqual(Object.keys(NAMING).sort());
});
