import {
  FIELD_KEYS,
  fieldOf,
  parseSearch,
  type SearchTerm,
  splitWords,
  type Ticket,
} from '../../contract/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { textsContaining } from '../snapshot/text-table.ts';
import { ticketsById } from './by-id.ts';
import { memoizePerSnapshot } from './memoize-per-snapshot.ts';
import { keepPhrases, type SoughtPhrase } from './phrases.ts';
import {
  addPosition,
  allPositions,
  intersect,
  makePositionSet,
  type PositionSet,
  subtract,
} from './position-set.ts';

/** Words whose matches are kept: typing asks for a word after every letter, and for the words before it again. */
const MEMOIZED_WORDS = 32;

/** The characters of an id; words with others need not be looked for in ids. */
const ID_PART = /^\d{1,16}$/;

const memoize = memoizePerSnapshot<PositionSet>(MEMOIZED_WORDS);

/**
 * The tickets that have everything that `q` asks for; null when it asks for nothing, as one does that can't be obeyed,
 * which the codec lets nobody ask.
 */
export function searchTickets(snapshot: Snapshot, q: string): PositionSet | null {
  const search = parseSearch(q);
  if (!search.ok || search.terms.length === 0) return null;
  let found = allPositions(snapshot.columns.count);
  const phrases: SoughtPhrase[] = [];
  for (const term of search.terms) {
    const having = ticketsHaving(snapshot, term);
    if (term.kind === 'phrase') phrases.push({ ...term, candidates: having });
    // Having the words of a phrase is not having the phrase.
    if (!term.excluded) found = intersect(found, having);
    else if (term.kind !== 'phrase') found = subtract(found, having);
  }
  return phrases.length === 0 ? found : keepPhrases(snapshot, found, phrases);
}

/** The tickets that have a word, or every word of a phrase, or an id. */
function ticketsHaving(snapshot: Snapshot, term: SearchTerm): PositionSet {
  if (term.kind === 'ids') return ticketsById(snapshot, term.ids);
  if (term.kind === 'word') return memoizedWord(snapshot, term.text, true);
  return splitWords(term.text)
    .map((word) => memoizedWord(snapshot, word, false))
    .reduce(intersect);
}

function memoizedWord(snapshot: Snapshot, word: string, withOtherIds: boolean): PositionSet {
  return memoize(snapshot, `${withOtherIds} ${word}`, () => ticketsHavingWord(snapshot, word, withOtherIds));
}

function ticketsHavingWord(
  { columns, tickets: all }: Snapshot,
  word: string,
  withOtherIds: boolean,
): PositionSet {
  const { tokens, tickets, starts, ids } = columns.search;
  const set = makePositionSet(columns.count);
  for (const token of textsContaining(tokens, word)) {
    const end = starts[token + 1] as number;
    for (let at = starts[token] as number; at < end; at++) addPosition(set, tickets[at] as number);
  }
  if (!ID_PART.test(word)) return set;
  for (const position of textsContaining(ids, word)) addPosition(set, position);
  if (withOtherIds) addOtherIds(set, all, Number(word));
  return set;
}

/** The properties of a ticket that are ids of something else: of a survey, a response or a feedback. */
const OTHER_IDS = FIELD_KEYS.map(fieldOf).flatMap(({ kind, of }) => (kind === 'number' ? of : []));

/** Adds the tickets of a survey, a response or a feedback of that id. */
function addOtherIds(set: PositionSet, tickets: readonly Ticket[], id: number): void {
  for (const [position, ticket] of tickets.entries()) {
    if (OTHER_IDS.some((name) => ticket[name] === id)) addPosition(set, position);
  }
}
