import { fold } from '../../../contract/index.ts';

/** Longest word compared: a longer one is no slip of the fingers, and slow to compare. */
const LONGEST = 40;

/** Most wrong letters in one word; it also bounds the part of two words that is compared. */
const MOST_WRONG = 3;

/** Distance of a candidate that begins with the word, or contains it: nearer than one letter changed. */
const BEGINS = 0.25;
const HAS = 0.5;

/**
 * The candidate that was probably meant: one that begins with the word, one that has it somewhere, or one that
 * differs from it by few letters; null when none is near.
 */
export function closest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > LONGEST) return null;
  const wanted = fold(word);
  if (wanted === '') return null;
  let best: string | null = null;
  let least = Math.min(Math.floor(wanted.length / 3), MOST_WRONG) + 1;
  for (const candidate of candidates) {
    const away = awayFrom(wanted, fold(candidate), least);
    if (away < least) {
      best = candidate;
      least = away;
    }
  }
  return best;
}

function awayFrom(wanted: string, known: string, enough: number): number {
  const at = known.indexOf(wanted);
  if (at === 0) return BEGINS;
  return at > 0 && wanted.length > 2 ? HAS : distance(wanted, known, enough);
}

/**
 * Number of letters to add, drop, change or swap with the next to make one word the other; `enough` when it
 * is at least that many. Letters that far apart are not compared.
 */
function distance(from: string, to: string, enough: number): number {
  if (Math.abs(from.length - to.length) >= enough) return enough;
  let above: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  const at = (cells: readonly number[], column: number) => cells[column] ?? Number.POSITIVE_INFINITY;
  for (let line = 1; line <= from.length; line++) {
    const next: number[] = [];
    if (line < enough) next[0] = line;
    let least = at(next, 0);
    for (let column = Math.max(1, line - enough); column <= Math.min(to.length, line + enough); column++) {
      const isSame = from[line - 1] === to[column - 1];
      const isSwapped = from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
      const cell = Math.min(
        at(row, column - 1) + Number(!isSame),
        at(row, column) + 1,
        at(next, column - 1) + 1,
        isSwapped ? at(above, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      next[column] = cell;
      least = Math.min(least, cell);
    }
    if (least >= enough) return enough;
    above = row;
    row = next;
  }
  return Math.min(at(row, to.length), enough);
}
