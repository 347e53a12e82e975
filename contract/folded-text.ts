import { SIGNS, SPELLINGS } from './folded-letters.ts';

/** A text as it is compared, and where its parts stood. */
export interface FoldedText {
  readonly text: string;
  /** For each unit of `text` where its character begins in the original; at the end the original's length. */
  readonly places: readonly number[];
}

/** One syllable of Hangul however it is written, or any one character. */
const CHARACTERS = /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\s\S]/gu;

const HANGUL = /[\u1100-\u1112]/;

/** Texts that only have to be lower-cased: ASCII without controls and without the backtick, which some type for an apostrophe. */
const PLAIN = /^[\t\n\v\f\r -_a-~]*$/;

/**
 * A text as every comparison of the product sees it: search, hiding, completion and the palette. Without case,
 * accents and invisible characters, in one form where there are several; see `folded-letters.ts`.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text.match(CHARACTERS) ?? []) folded += foldCharacter(character);
  return folded;
}

/** Folds a text as {@link fold} does, so that what is found in it can be pointed at in the original. */
export function foldText(original: string): FoldedText {
  let text = '';
  const places: number[] = [];
  let place = 0;
  for (const character of original.match(CHARACTERS) ?? []) {
    const folded = foldCharacter(character);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) places.push(place);
    place += character.length;
  }
  places.push(place);
  return { text, places };
}

/** White space that is not one blank between two words. */
const LOOSE_SPACE = /\s\s|[^\S ]|^ | $/;

/** A folded text with each stretch of white space as one blank, and none at its ends. */
export function withSingleBlanks(folded: string): string {
  return LOOSE_SPACE.test(folded) ? splitWords(folded).join(' ') : folded;
}

/** The parts of a text between white space; the invisible U+FEFF, which JavaScript counts among it, is none. */
export function splitWords(text: string): string[] {
  return text.split(/[^\S\ufeff]+/).filter((word) => word !== '');
}

/** Characters that were folded before: a text of another script than Latin has few, again and again. */
const known = new Map<string, string>();

/** As many characters as any script in use has; what goes beyond is folded anew. */
const MAX_KNOWN = 20_000;

function foldCharacter(character: string): string {
  if (character >= ' ' && character <= '~' && character !== '`') return character.toLowerCase();
  const before = known.get(character);
  if (before !== undefined) return before;
  const folded = foldRare(character);
  if (known.size < MAX_KNOWN) known.set(character, folded);
  return folded;
}

function foldRare(character: string): string {
  const spelling = SPELLINGS.get(character);
  if (spelling !== undefined) return spelling;
  const letters = character.normalize('NFKD').replace(SIGNS, '').toLowerCase();
  // A syllable is compared as one letter, as its writers see it: 하 is no part of 한.
  if (HANGUL.test(letters)) return letters.normalize('NFC');
  let folded = '';
  for (const letter of letters) folded += SPELLINGS.get(letter) ?? digitOf(letter) ?? letter;
  return folded;
}

const DIGIT = /^\p{Nd}$/u;

/** A digit of any script as it is written here; null for what is none. The digits of a script stand in a row from 0 to 9. */
function digitOf(character: string): string | null {
  if (!DIGIT.test(character)) return null;
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
