/** Longer words are no slips of the fingers, and comparing them is slow. */
const LONGEST = 40;

/** How near a candidate is that begins with the word, or has it somewhere: nearer than one letter changed. */
const BEGINS = 0.25;
const HAS = 0.5;

/**
 * The candidate that was probably meant: one that begins with the word, one that has it somewhere, or one that
 * differs from it by few letters; null when none is near.
 */
export function closest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  if (wanted === '' || wanted.length > LONGEST) return null;
  let best: string | null = null;
  let least = Math.floor(wanted.length / 3) + 1;
  for (const candidate of candidates) {
    const away = awayFrom(wanted, candidate.toLowerCase(), least);
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
 * How many letters to add, drop, change or swap with the next to make one word the other; `enough` when their
 * lengths alone say that it is at least that many.
 */
function distance(from: string, to: string, enough: number): number {
  if (Math.abs(from.length - to.length) >= enough) return enough;
  let above: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  const at = (cells: readonly number[], column: number) => cells[column] ?? Number.POSITIVE_INFINITY;
  for (let line = 1; line <= from.length; line++) {
    const next = [line];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[line - 1] === to[column - 1];
      const isSwapped = from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
      next.push(
        Math.min(
          at(row, column - 1) + Number(!isSame),
          at(row, column) + 1,
          at(next, column - 1) + 1,
          isSwapped ? at(above, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    above = row;
    row = next;
  }
  return row[to.length] ?? enough;
}
