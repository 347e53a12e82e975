import { fold, splitWords } from '../../contract/index.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** The number of entries shown at once; the number of others is told. */
const MOST = 60;

/** The number of typed words that are looked for, each in every label. */
const MOST_WORDS = 24;

/** An entry with its label as it is compared. */
export interface IndexedEntry<Entry = PaletteEntry> {
  readonly entry: Entry;
  readonly folded: string;
}

/** The entries that match, the best first. */
interface Best<Entry> {
  readonly found: readonly Entry[];
  /** The number of entries beyond those. */
  readonly more: number;
}

/** The entries that match, the best first, under their headings. */
export interface Found {
  readonly groups: readonly { readonly name: string; readonly entries: readonly PaletteEntry[] }[];
  /** The number of entries beyond those shown. */
  readonly more: number;
}

/** Entries to look among, prepared once for every letter that will be typed. */
export function indexEntries<Entry>(
  entries: readonly Entry[],
  labelOf: (entry: Entry) => string,
): readonly IndexedEntry<Entry>[] {
  return entries.map((entry) => ({ entry, folded: fold(labelOf(entry)) }));
}

/**
 * The entries in whose label every typed word occurs. Words that begin with it come before words that hold it; what is
 * equally good stays in its order.
 */
export function findBest<Entry>(entries: readonly IndexedEntry<Entry>[], text: string): Best<Entry> {
  const words = splitWords(fold(text)).slice(0, MOST_WORDS);
  const ranked = entries
    .flatMap(({ entry, folded }) => {
      const rank = rankOf(folded, words);
      return rank === null ? [] : [{ entry, rank }];
    })
    .sort((a, b) => a.rank - b.rank);
  return {
    found: ranked.slice(0, MOST).map(({ entry }) => entry),
    more: Math.max(0, ranked.length - MOST),
  };
}

/** The best entries under their headings, in the order of the best below each. */
export function findEntries(entries: readonly IndexedEntry[], text: string): Found {
  const { found, more } = findBest(entries, text);
  const names = [...new Set(found.map(({ group }) => group))];
  return {
    groups: names.map((name) => ({ name, entries: found.filter(({ group }) => group === name) })),
    more,
  };
}

/** The sum over the words, the less the better; null where one does not occur. */
function rankOf(folded: string, words: readonly string[]): number | null {
  let sum = 0;
  for (const word of words) {
    const at = folded.indexOf(word);
    if (at < 0) return null;
    if (at > 0) sum += beginsWord(folded, word) ? 1 : 2;
  }
  return sum;
}

const BETWEEN_WORDS = /[^\p{L}\p{N}]/u;

function beginsWord(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (at === 0 || BETWEEN_WORDS.test(folded.charAt(at - 1))) return true;
  }
  return false;
}
