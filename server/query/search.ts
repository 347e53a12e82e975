import { fold, splitWords } from '../snapshot/fold.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { textsContaining } from '../snapshot/text-table.ts';
import { addPosition, intersect, makePositionSet, type PositionSet } from './position-set.ts';
import { rememberPerSnapshot } from './remember.ts';

/** Somebody typing asks for a word after every letter, and for the words before it again. */
const WORDS = 32;

/** What an id can be written with; other words need not be looked for in ids. */
const ID_PART = /^[\d.e+-]+$/;

const remember = rememberPerSnapshot<PositionSet>(WORDS);

/** The tickets in which every word of `q` occurs in some field; null when `q` has no word. */
export function searchTickets(snapshot: Snapshot, q: string): PositionSet | null {
  let found: PositionSet | null = null;
  for (const word of new Set(splitWords(fold(q)))) {
    const having = remember(snapshot, word, () => ticketsHaving(snapshot, word));
    found = found === null ? having : intersect(found, having);
  }
  return found;
}

function ticketsHaving({ columns }: Snapshot, word: string): PositionSet {
  const { tokens, tickets, starts, ids } = columns.search;
  const set = makePositionSet(columns.count);
  for (const token of textsContaining(tokens, word)) {
    const end = starts[token + 1] as number;
    for (let at = starts[token] as number; at < end; at++) addPosition(set, tickets[at] as number);
  }
  if (ID_PART.test(word)) {
    for (const position of textsContaining(ids, word)) addPosition(set, position);
  }
  return set;
}
