import type { Person, Segment, Ticket } from '../contract/index.ts';

const ASSIGNEES = 135;
const SEGMENTS = 17;
const TYPES = 60;
const ROOTS = 4_000;
const DAY_MS = 86_400_000;
/** The instant that every benchmark takes for now: figures must not depend on the day they are taken. */
export const BENCH_NOW = Date.parse('2026-02-04T09:00:00.000Z');

const STATUS_MIX = ['NEW', 'NEW', 'OPEN', 'OPEN', 'OPEN', 'ESCALATED', 'RESOLVED', 'RESOLVED', 'RESOLVED'];
const PRIORITY_MIX = ['LOW', 'LOW', 'LOW', 'MEDIUM', 'MEDIUM', 'MEDIUM', 'HIGH', 'HIGH', 'CRITICAL'];
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu str ing er est al on'.split(
  ' ',
);

type Random = () => number;

/**
 * Believable tickets, the same ones at every call: descriptions of about 150 characters out of a few
 * thousand words with the uneven frequencies of a language, order numbers in some, customers that mostly
 * occur once, ids in no order.
 */
export function makeTickets(count: number): Ticket[] {
  const random = mulberry32(20260204);
  const words = Array.from({ length: ROOTS }, () => makeWord(random));
  const people = Array.from({ length: ASSIGNEES }, (_, index) => makePerson(index, words, random));
  const segments = Array.from({ length: SEGMENTS }, (_, index) => makeSegment(index, words));
  const types = Array.from({ length: TYPES }, (_, index) => `${words[index]} ${words[index * 2 + 7]}`);
  const make = (index: number) => makeTicket(index, count, { words, people, segments, types }, random);
  return Array.from({ length: count }, (_, index) => make(index));
}

interface Stock {
  readonly words: readonly string[];
  readonly people: readonly Person[];
  readonly segments: readonly Segment[];
  readonly types: readonly string[];
}

function makeTicket(index: number, count: number, stock: Stock, random: Random): Ticket {
  const issued = BENCH_NOW - Math.floor(random() ** 2 * 540 * DAY_MS);
  const customer = `${pickCommon(stock.words, random)} ${pickCommon(stock.words, random)}`;
  const status = pick(STATUS_MIX, random);
  const origin = pickCommon(stock.segments, random);
  return {
    // A step prime to any count visits every id once, in no order.
    id: 100_000 + ((index * 7_368_787) % count),
    createdAt: isoOf(issued + random() * DAY_MS),
    updatedAt: isoOf(issued + random() * (BENCH_NOW - issued)),
    deletedAt: random() < 0.03 ? isoOf(BENCH_NOW) : null,
    feedbackId: Math.floor(random() * 1e6),
    surveyId: null,
    responseId: null,
    priority: pick(PRIORITY_MIX, random),
    status,
    type: pickCommon(stock.types, random),
    description: makeDescription(stock.words, random),
    issueDate: isoOf(issued),
    isOverdue: status !== 'RESOLVED' && random() < 0.3,
    customerName: random() < 0.1 ? null : customer,
    customerEmail: `${customer.replace(' ', '.')}${Math.floor(random() * 1e4)}@example.com`,
    originSegment: { ...origin },
    currentSegment: { ...(random() < 0.1 ? pickCommon(stock.segments, random) : origin) },
    assignedUser: random() < 0.12 ? null : { ...pickCommon(stock.people, random) },
  };
}

function makeDescription(words: readonly string[], random: Random): string {
  const length = 10 + Math.floor(random() * 25);
  const parts = Array.from({ length }, () => pickCommon(words, random));
  if (random() < 0.2) parts.push(`#${Math.floor(random() * 1e6)}`);
  return parts.join(' ');
}

function makeWord(random: Random): string {
  return Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(SYLLABLES, random)).join('');
}

function makePerson(index: number, words: readonly string[], random: Random): Person {
  const name = `${pick(words, random)} ${pick(words, random)}`;
  return { name, email: `agent${index}@example.com` };
}

function makeSegment(index: number, words: readonly string[]): Segment {
  return { id: index + 1, code: `S${index + 1}`, name: `${words[index + 100]} ${words[index + 200]}` };
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** Early items far more often than late ones, as words and queues are. */
function pickCommon<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() ** 2.5 * items.length)] as Item;
}

/** Random numbers from 0 to 1, the same ones for the same seed: Tommy Ettinger's mulberry32. */
export function mulberry32(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
