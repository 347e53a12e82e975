import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticketSchema } from '../../contract/index.ts';
import { readRecord } from './record.ts';

const EXAMPLE = JSON.parse(readFileSync(new URL('examples/200.txt', import.meta.url), 'utf8')).data[0];

const text = fc.string({ unit: 'grapheme' });
const id = fc.integer();
const instant = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const segment = fc.option(fc.record({ id, code: text, name: text }));

/** Records exactly as the reference page promises them. */
const documented = fc.record({
  id: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  createdAt: instant,
  updatedAt: instant,
  deletedAt: fc.option(instant),
  feedbackId: id,
  surveyId: fc.option(id),
  responseId: fc.option(id),
  priority: text,
  status: text,
  type: text,
  description: text,
  issueDate: instant,
  isOverdue: fc.boolean(),
  customerName: fc.option(text),
  customerEmail: fc.option(text),
  originSegment: segment,
  currentSegment: segment,
  assignedUser: fc.option(fc.record({ name: text, email: text })),
});

test('a record as documented passes unchanged', () => {
  fc.assert(
    fc.property(documented, (record) => {
      expect(readRecord(record)).toEqual({ ticket: record, repaired: [] });
    }),
    { numRuns: 200 },
  );
});

test('whatever a record is, it is read into a valid ticket or not at all', () => {
  const anything = fc.anything({ withNullPrototype: true });
  const odd = fc.dictionary(fc.constantFrom(...Object.keys(EXAMPLE)), anything);
  // Of a record without an id nothing else is read.
  const numbered = fc.record({ fields: odd, id: fc.nat() }).map(({ fields, id }) => ({ ...fields, id }));
  let tickets = 0;
  fc.assert(
    fc.property(fc.oneof(anything, odd, numbered), (record) => {
      const read = readRecord(record);
      if (read === null) return;
      tickets++;
      expect(ticketSchema.safeParse(read.ticket).success).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(tickets).toBeGreaterThan(100);
});

test('one field that is anything at all costs no other field', () => {
  const fields = Object.keys(EXAMPLE).filter((name) => name !== 'id');
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.anything(), (name, value) => {
      const read = readRecord({ ...EXAMPLE, [name]: value });
      expect({ ...read?.ticket, [name]: null }).toEqual({ ...EXAMPLE, [name]: null });
    }),
    { numRuns: 500 },
  );
});

test('fields that we do not know are dropped', () => {
  expect(readRecord({ ...EXAMPLE, secret: 'x' })?.ticket).toEqual(EXAMPLE);
});

test.each([
  ...[undefined, null, '', 'x', '1e3', '-7', '0', true, [], {}],
  ...[0, -0, -1, 1.5, 2 ** 53, -(2 ** 53), '99999999999999999'],
])('a record with the id %j is unreadable', (value) => {
  expect(readRecord({ ...EXAMPLE, id: value })).toBeNull();
});

test.each([1, '1', Number.MAX_SAFE_INTEGER])('a record with the id %j is a ticket', (value) => {
  expect(readRecord({ ...EXAMPLE, id: value })?.ticket.id).toBe(Number(value));
});

test('other ids may be any whole number', () => {
  const odd = { ...EXAMPLE, feedbackId: 0, surveyId: -3, responseId: Number.MIN_SAFE_INTEGER };
  expect(readRecord(odd)).toEqual({ ticket: odd, repaired: [] });
});

test('a record with nothing but an id is a ticket', () => {
  const read = readRecord({ id: '35637' });
  expect(read?.ticket).toMatchObject({ id: 35637, status: null, isOverdue: false, assignedUser: null });
  expect(read?.repaired).not.toContain('surveyId');
  expect(read?.repaired).toEqual(expect.arrayContaining(['id', 'status', 'issueDate', 'isOverdue']));
});

test.each([
  ['createdAt', '2026-02-04T10:59:51+02:00', '2026-02-04T08:59:51.000Z'],
  ['createdAt', '2026-02-04 08:59:51+00', '2026-02-04T08:59:51.000Z'],
  ['createdAt', '2026-02-04T08:59:51', '2026-02-04T08:59:51.000Z'],
  ['createdAt', '2026-02-04 08:59:51.5', '2026-02-04T08:59:51.500Z'],
  ['createdAt', '2026-02-04T08:59:51.123456Z', '2026-02-04T08:59:51.123Z'],
  ['createdAt', '2026-02-04', '2026-02-04T00:00:00.000Z'],
  ['deletedAt', '2026-02-04T08:59:51z', '2026-02-04T08:59:51.000Z'],
  ['description', '', ''],
  ['status', 'ON HOLD', 'ON HOLD'],
])('%s %j is read as %j, as promised', (name, value, expected) => {
  const read = readRecord({ ...EXAMPLE, [name]: value });
  expect(read).toEqual({ ticket: { ...EXAMPLE, [name]: expected }, repaired: [] });
});

test.each([
  ['updatedAt', 1770195592000, '2026-02-04T08:59:52.000Z'],
  ['updatedAt', 'yesterday', null],
  ['updatedAt', '02/04/2026', null],
  ['updatedAt', '2026-13-45T99:00:00Z', null],
  ['updatedAt', 1e300, null],
  ['updatedAt', '', null],
  ['deletedAt', false, null],
  ['priority', 3, '3'],
  ['priority', ['HIGH'], null],
  ['customerName', true, 'true'],
  ['surveyId', '42', 42],
  ['surveyId', 'none', null],
  ['isOverdue', 'TRUE', true],
  ['isOverdue', 'false', false],
  ['isOverdue', 1, true],
  ['isOverdue', 0, false],
  ['isOverdue', 'late', false],
  ['isOverdue', null, false],
  ['status', null, null],
  ['currentSegment', 'S1', null],
  ['assignedUser', [], null],
])('%s %j is repaired to %j and counted', (name, value, expected) => {
  const read = readRecord({ ...EXAMPLE, [name]: value });
  expect(read).toEqual({ ticket: { ...EXAMPLE, [name]: expected }, repaired: [name] });
});

test.each(['description', 'customerName', 'customerEmail', 'status', 'priority', 'type'])(
  'a %s of any length is cut to a bounded one that says so, and is counted',
  (name) => {
    const read = readRecord({ ...EXAMPLE, [name]: 'x'.repeat(10_000_000) });
    const text = String(read?.ticket[name as keyof typeof read.ticket]);
    expect(text).toMatch(/^x+ … \[cut: \d+ more characters\]$/);
    expect(text.length).toBeLessThanOrEqual(20_050);
    expect(read?.repaired).toEqual([name]);
  },
);

test('so are the texts of a segment and a person', () => {
  const long = 'x'.repeat(50_000);
  const part = { id: 1, code: long, name: long, email: long };
  const read = readRecord({ ...EXAMPLE, originSegment: part, currentSegment: part, assignedUser: part });
  expect(JSON.stringify(read?.ticket).length).toBeLessThan(10_000);
  expect(read?.repaired).toHaveLength(6);
});

test('the longest texts that people write are not cut', () => {
  const words = { ...EXAMPLE, description: 'ü'.repeat(20_000), customerName: 'n'.repeat(1000) };
  expect(readRecord(words)).toEqual({ ticket: words, repaired: [] });
});

test.each(['createdAt', 'surveyId', 'isOverdue'])('a %s of 10 MB is read as none', (name) => {
  const read = readRecord({ ...EXAMPLE, [name]: `1${' '.repeat(10_000_000)}` });
  expect(read).toEqual({
    ticket: { ...EXAMPLE, [name]: name === 'isOverdue' ? false : null },
    repaired: [name],
  });
});

test('a segment and a person are read part by part', () => {
  const read = readRecord({
    ...EXAMPLE,
    originSegment: { id: '7', name: 'Shop' },
    assignedUser: { name: 5 },
  });
  expect(read?.ticket.originSegment).toEqual({ id: 7, code: null, name: 'Shop' });
  expect(read?.ticket.assignedUser).toEqual({ name: '5', email: null });
  expect(read?.repaired).toEqual([
    'originSegment.id',
    'originSegment.code',
    'assignedUser.name',
    'assignedUser.email',
  ]);
});

test.each(['originSegment', 'currentSegment', 'assignedUser'])('%s may be nobody and nothing', (name) => {
  expect(readRecord({ ...EXAMPLE, [name]: null })?.repaired).toEqual([]);
  const { [name]: _gone, ...rest } = EXAMPLE;
  expect(readRecord(rest)).toEqual({ ticket: { ...EXAMPLE, [name]: null }, repaired: [] });
});
