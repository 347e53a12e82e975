import { expect, test } from 'vitest';
import { DEFAULT_QUERY } from '../../../contract/index.ts';
import { type ExportFacts, exportNotes, notesCsv, notesText } from './export-notes.ts';

const FACTS: ExportFacts = {
  workspace: { id: '4201', name: 'North' },
  query: {
    ...DEFAULT_QUERY,
    priority: ['CRITICAL'],
    not: { ...DEFAULT_QUERY.not, status: ['RESOLVED'] },
  },
  facets: null,
  snapshot: {
    number: 7,
    takenAt: '2026-02-04T08:59:52.000Z',
    whole: true,
    loaded: 31_606,
    total: 31_606,
  },
  rows: 1_204,
  matching: 1_204,
  selected: null,
  columns: ['id', 'originSegment'],
  masked: false,
  address: 'https://desk.example/w/4201/tickets?priority=CRITICAL',
  exportedAt: '2026-02-04T10:00:00.000Z',
  zone: 'Europe/Berlin',
};

const noted = (change: Partial<ExportFacts>) =>
  Object.fromEntries(exportNotes({ ...FACTS, ...change }).map(({ name, value }) => [name, value]));

test('notes tell what was asked, of which data, and that it is all', () => {
  expect(noted({})).toEqual({
    'Exported from': 'Loopdesk, North (workspace 4201)',
    'Exported at': '4 Feb 2026, 11:00 CET (2026-02-04T10:00:00.000Z)',
    Tickets: '1,204 of 1,204 that match: all of them',
    Filters: 'Priority: Critical; Status: not Resolved',
    Order: 'Most urgent first',
    'Data taken at': '4 Feb 2026, 09:59 CET (2026-02-04T08:59:52.000Z)',
    'Data whole': 'yes: all 31,606 tickets had been read from QuestionPro',
    Snapshot: '7',
    Columns: 'ID, Origin',
    'Customers’ names and e-mails': 'as they are',
    'The list': 'https://desk.example/w/4201/tickets?priority=CRITICAL',
  });
});

test('what is missing is told', () => {
  const snapshot = { ...FACTS.snapshot, whole: false, loaded: 30_000 };
  expect(noted({ snapshot, selected: 50, rows: 48 })).toMatchObject({
    'Data whole': 'no: 30,000 of 31,606 tickets had been read from QuestionPro, so some are missing',
    Tickets: '48 of 50 selected tickets; 2 of them are no longer there',
  });
});

test('hidden customers, all fields and an unfiltered list are told', () => {
  expect(noted({ masked: true, columns: null, query: DEFAULT_QUERY })).toMatchObject({
    'Customers’ names and e-mails': 'hidden',
    Columns: 'all fields',
    Filters: 'none',
  });
});

test('as first lines of a file, no note is a formula or breaks its cell', () => {
  const query = { ...DEFAULT_QUERY, q: '=cmd()\r\n"x\r\ny"' };
  const lines = notesCsv(exportNotes({ ...FACTS, query })).split('\r\n');
  expect(lines).toContain('"# Filters: Search: =cmd(); Search: ""x y"""');
  expect(lines.filter((line) => line !== '').every((line) => line.startsWith('"# '))).toBe(true);
  expect(lines.slice(-2)).toEqual(['', '']);
});

test('as a text, every note is a line', () => {
  const text = notesText(
    exportNotes({ ...FACTS, query: { ...DEFAULT_QUERY, q: 'two\n"phrase of\nlines" -late' } }),
  );
  expect(text.split('\r\n')).toContain('Filters: Search: two; Search: "phrase of lines"; Search: -late');
});
