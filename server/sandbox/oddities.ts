import { inventLetter } from './complaint.ts';
import { HOSTILE_NAMES, HOSTILE_TEXTS } from './hostile.ts';
import type { Language } from './languages/index.ts';
import type { Random } from './random.ts';
import type { SandboxRecord } from './record.ts';

const DAY_MS = 86_400_000;

/** An oddity of every so-manyth ticket, counted from the newest, from 0. */
interface Oddity {
  readonly first: number;
  readonly every: number;
  readonly befall: (record: SandboxRecord, turn: number, language: Language, random: Random) => void;
}

/** Counted and not drawn: so even a few hundred tickets have each of them, in known places. */
const ODDITIES: readonly Oddity[] = [
  { first: 9, every: 47, befall: softDelete },
  {
    first: 3,
    every: 13,
    befall: (record) => {
      record.customerName = null;
    },
  },
  {
    first: 5,
    every: 19,
    befall: (record) => {
      record.customerEmail = null;
    },
  },
  {
    first: 31,
    every: 181,
    befall: (record) => {
      record.originSegment = null;
    },
  },
  {
    first: 40,
    every: 193,
    befall: (record) => {
      record.currentSegment = null;
    },
  },
  {
    first: 14,
    every: 211,
    befall: (record) => {
      record.status = 'ON HOLD';
    },
  },
  {
    first: 22,
    every: 251,
    befall: (record) => {
      record.priority = 'VIP';
    },
  },
  { first: 75, every: 157, befall: importLate },
  {
    first: 60,
    every: 397,
    befall: (record) => {
      record.description = '';
    },
  },
  {
    first: 12,
    every: 89,
    befall: (record, turn) => {
      record.description = cycle(HOSTILE_TEXTS, turn);
    },
  },
  {
    first: 27,
    every: 229,
    befall: (record, turn) => {
      record.customerName = cycle(HOSTILE_NAMES, turn);
    },
  },
  { first: 33, every: 1250, befall: writeLetter },
];

/** Makes a ticket as odd as its place among the others, from the newest, wants it. */
export function addOddities(record: SandboxRecord, place: number, language: Language, random: Random): void {
  for (const { first, every, befall } of ODDITIES) {
    if (place % every === first) befall(record, Math.floor(place / every), language, random);
  }
}

function softDelete(record: SandboxRecord): void {
  record.deletedAt = record.updatedAt;
}

/** A ticket of an older system, brought in when its matter was years ago. */
function importLate(record: SandboxRecord, _turn: number, _language: Language, random: Random): void {
  const years = random.whole(700, 1500) * DAY_MS;
  record.issueDate = new Date(Date.parse(record.createdAt) - years).toISOString();
}

function writeLetter(record: SandboxRecord, _turn: number, language: Language, random: Random): void {
  record.description = inventLetter(language, random);
}

function cycle(texts: readonly string[], turn: number): string {
  return texts[turn % texts.length] ?? '';
}
