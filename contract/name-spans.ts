import type { FoldedText } from './folded-text.ts';
import { type NameParts, type PlacedWord, wordsOf } from './name-parts.ts';
import type { Span } from './spans.ts';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Finds in a folded text what tells who somebody is, as places in the original: in one walk for each thing looked for. */
export function findNames(folded: FoldedText, parts: NameParts): readonly Span[] {
  const words = wordsOf(folded.text);
  const spans = [
    ...findWords(words, parts.words),
    ...parts.sequences.flatMap((sequence) => findSequence(words, sequence)),
    ...parts.literals.flatMap(({ text, inside }) => findLiteral(folded.text, text, inside)),
  ];
  return spans.map(({ from, to }) => placeIn(folded, from, endOfOwner(folded.text, to)));
}

/** A word may have the s of its owner, without an apostrophe, or a number, as names of users have. */
function findWords(words: readonly PlacedWord[], wanted: ReadonlySet<string>): Span[] {
  return words.flatMap(({ text, from }) => {
    const isWanted =
      wanted.has(text) ||
      (text.endsWith('s') && wanted.has(text.slice(0, -1))) ||
      wanted.has(withoutNumber(text));
    return isWanted ? [{ from, to: from + text.length }] : [];
  });
}

function withoutNumber(word: string): string {
  let end = word.length;
  while (end > 0 && word.charAt(end - 1) >= '0' && word.charAt(end - 1) <= '9') end -= 1;
  return word.slice(0, end);
}

function findSequence(words: readonly PlacedWord[], sequence: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at + sequence.length <= words.length; at += 1) {
    if (!sequence.every((word, index) => words[at + index]?.text === word)) continue;
    const [first, last] = [words[at], words[at + sequence.length - 1]];
    if (first && last) spans.push({ from: first.from, to: last.from + last.text.length });
  }
  return spans;
}

function findLiteral(text: string, wanted: string, inside: boolean): Span[] {
  const spans: { readonly from: number; to: number }[] = [];
  for (let from = text.indexOf(wanted); from !== -1; from = text.indexOf(wanted, from + wanted.length)) {
    const to = from + wanted.length;
    const last = spans.at(-1);
    // A text that is repeated is one stretch, and not thousands of them.
    if (inside && last?.to === from) last.to = to;
    else if (
      inside ||
      (isEdge(characterBefore(text, from)) && isEdge(characterAt(text, endOfOwner(text, to))))
    ) {
      spans.push({ from, to });
    }
  }
  return spans;
}

/** The end of a name that has the s of its owner behind it: `ann's`, `anns`. */
function endOfOwner(text: string, to: number): number {
  const s = text[to] === "'" ? to + 1 : to;
  return text[s] === 's' && isEdge(characterAt(text, s + 1)) ? s + 1 : to;
}

function isEdge(character: string): boolean {
  return !LETTER_OR_DIGIT.test(character) || UNSPACED.test(character);
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, at: number): string {
  const character = characterAt(text, Math.max(0, at - 2));
  return at >= 2 && character.length === 2 ? character : at === 0 ? '' : characterAt(text, at - 1);
}

/** A character of the original that was taken apart is hidden as a whole. */
function placeIn({ places }: FoldedText, from: number, to: number): Span {
  let end = to;
  while (end < places.length - 1 && places[end] === places[end - 1]) end += 1;
  return { from: places[from] ?? 0, to: places[end] ?? 0 };
}
