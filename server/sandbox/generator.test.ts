import { expect, test } from 'vitest';
import { generateTickets } from './generator.ts';
import { HOSTILE_TEXTS } from './hostile.ts';
import type { SandboxRecord } from './record.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-02-04T09:00:00Z');
const OPTIONS = { count: 2500, seed: 1, now: NOW, firstId: 35_000 };
const tickets = generateTickets(OPTIONS);

/** How many tickets of a hundred are like that. */
function percent(is: (ticket: SandboxRecord) => boolean): number {
  return (100 * tickets.filter(is).length) / tickets.length;
}

function distinct(of: (ticket: SandboxRecord) => string | undefined): number {
  return new Set(tickets.map(of).filter((value) => value !== undefined)).size;
}

function age(ticket: SandboxRecord): number {
  return (NOW - Date.parse(ticket.createdAt)) / DAY_MS;
}

test('the same options give the same tickets', () => {
  expect(generateTickets(OPTIONS)).toEqual(tickets);
  expect(generateTickets({ ...OPTIONS, seed: 2 })).not.toEqual(tickets);
});

test.each([0, 1, 7, 400, 6000])('%i tickets are exactly as many', (count) => {
  const some = generateTickets({ ...OPTIONS, count });
  expect(new Set(some.map(({ id }) => id)).size).toBe(count);
});

test('ids ascend with time, from 35,000 to 40,000', () => {
  const ids = tickets.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  expect(Math.min(...ids)).toBeGreaterThanOrEqual(35_000);
  expect(Math.max(...ids)).toBeLessThan(40_000);
});

test('tickets are of the last eighteen months, up to the last hours, and none is of the future', () => {
  const ages = tickets.map(age);
  expect(Math.min(...ages)).toBeLessThan(0.35);
  expect(Math.min(...ages)).toBeGreaterThan(0);
  expect(Math.max(...ages)).toBeGreaterThan(540);
  expect(Math.max(...ages)).toBeLessThanOrEqual(548);
  expect(tickets.every((ticket) => Date.parse(ticket.updatedAt) <= NOW)).toBe(true);
  expect(tickets.every((ticket) => ticket.updatedAt >= ticket.createdAt)).toBe(true);
});

test('a Monday is busier than a Sunday', () => {
  const on = (day: number) =>
    tickets.filter((ticket) => new Date(ticket.createdAt).getUTCDay() === day).length;
  expect(on(1)).toBeGreaterThan(2 * on(0));
});

test.each([NOW, Date.parse('2026-07-19T23:30:00Z'), Date.parse('2027-12-31T03:00:00Z')])(
  'about a hundred tickets are late at %i, none of them resolved',
  (now) => {
    const late = generateTickets({ ...OPTIONS, now }).filter((ticket) => ticket.isOverdue);
    expect(late.length).toBeGreaterThanOrEqual(80);
    expect(late.length).toBeLessThanOrEqual(120);
    expect(late.every((ticket) => ticket.status !== 'RESOLVED')).toBe(true);
  },
);

test('old tickets are mostly resolved and new ones mostly are not', () => {
  const resolved = (some: SandboxRecord[]) =>
    some.filter(({ status }) => status === 'RESOLVED').length / some.length;
  expect(resolved(tickets.filter((ticket) => age(ticket) > 30))).toBeGreaterThan(0.9);
  expect(resolved(tickets.filter((ticket) => age(ticket) < 3))).toBeLessThan(0.3);
});

test('twelve segments and twenty-five people have work', () => {
  expect(distinct(({ currentSegment }) => currentSegment?.code)).toBe(12);
  expect(distinct(({ originSegment }) => originSegment?.code)).toBe(12);
  expect(distinct(({ assignedUser }) => assignedUser?.email)).toBe(25);
});

test.each<[string, (ticket: SandboxRecord) => boolean, number, number]>([
  ['are nobody’s', ({ assignedUser }) => assignedUser === null, 6, 10],
  ['are deleted', ({ deletedAt }) => deletedAt !== null, 1.5, 2.5],
  ['moved', (ticket) => ticket.originSegment?.id !== ticket.currentSegment?.id, 10, 20],
  ['are critical', ({ priority }) => priority === 'CRITICAL', 2, 5],
  ['have an unknown priority', ({ priority }) => priority === 'VIP', 0.2, 1],
  ['have an unknown status', ({ status }) => status === 'ON HOLD', 0.2, 1],
  ['are detractor alerts', ({ type }) => type === 'DETRACTOR ALERT', 15, 30],
  ['have no customer name', ({ customerName }) => customerName === null, 6, 10],
  ['have no customer e-mail', ({ customerEmail }) => customerEmail === null, 4, 7],
  ['have neither', (ticket) => ticket.customerName === null && ticket.customerEmail === null, 0.2, 1],
  ['have no origin', ({ originSegment }) => originSegment === null, 0.2, 1],
  ['have no segment', ({ currentSegment }) => currentSegment === null, 0.2, 1],
  [
    'were imported years later',
    (t) => Date.parse(t.createdAt) - Date.parse(t.issueDate) > 600 * DAY_MS,
    0.4,
    1,
  ],
  ['are a few words', ({ description }) => description.length < 40, 15, 40],
  ['are a letter', ({ description }) => description.includes('\n\n'), 4, 12],
  ['have no text', ({ description }) => description === '', 0.1, 0.5],
])('of a hundred tickets, as many as promised %s', (_what, is, least, most) => {
  expect(percent(is)).toBeGreaterThanOrEqual(least);
  expect(percent(is)).toBeLessThanOrEqual(most);
});

test('a few hundred tickets have every kind of oddity too', () => {
  const few = generateTickets({ ...OPTIONS, count: 400 });
  expect(few.some(({ status }) => status === 'ON HOLD')).toBe(true);
  expect(few.some(({ priority }) => priority === 'VIP')).toBe(true);
  expect(few.some(({ currentSegment }) => currentSegment === null)).toBe(true);
  expect(few.some(({ deletedAt }) => deletedAt !== null)).toBe(true);
  expect(few.some(({ description }) => description.length === 5000)).toBe(true);
});

test.each(['Latin', 'Greek', 'Cyrillic', 'Hebrew', 'Arabic', 'Devanagari', 'Hiragana', 'Han'])(
  'some customers write in %s script, and have names in it',
  (script) => {
    const written = new RegExp(`\\p{Script=${script}}{2}`, 'u');
    expect(tickets.some(({ description }) => written.test(description))).toBe(true);
    const named = new RegExp(`\\p{Script=${script === 'Hiragana' ? 'Han' : script}}{2}`, 'u');
    expect(tickets.some(({ customerName }) => named.test(customerName ?? ''))).toBe(true);
  },
);

test.each(['ß', 'ç', 'ñ', 'ã', 'ł', 'ğ'])('some have the letter %s', (letter) => {
  const has = (text: string | null) => text?.includes(letter) === true;
  expect(tickets.some((ticket) => has(ticket.description) || has(ticket.customerName))).toBe(true);
});

test('every hostile text is there, and one text of 5,000 characters', () => {
  const written = new Set(tickets.map(({ description }) => description));
  for (const text of HOSTILE_TEXTS) expect(written).toContain(text);
  expect(Math.max(...tickets.map(({ description }) => description.length))).toBe(5000);
});

test('no template slot stays unfilled', () => {
  const hostile = new Set(HOSTILE_TEXTS);
  for (const { description, customerName } of tickets) {
    if (!hostile.has(description)) expect(description).not.toMatch(/[{}]/);
    expect(customerName ?? '').not.toMatch(/[{}]/);
  }
});

test('every e-mail address is at a domain reserved for examples', () => {
  const addresses = JSON.stringify(tickets).match(/[^\s"\\,<>]+@[^\s"\\,<>]+/g) ?? [];
  expect(addresses.length).toBeGreaterThan(4000);
  const real = addresses.filter((address) => !/^[a-z0-9.-]+@example\.(com|org|net)$/.test(address));
  expect(real.filter((text) => !text.startsWith('@SUM'))).toEqual([]);
});
