import { fold } from './folded-text.ts';

/** Scripts whose words stand together without spaces. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}';

/** Words of a folded text: letters, digits and marks in a row, apart where a script without spaces begins or ends. */
const WORD = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** A text whose words are found inside others: without spaces between them, or with particles before them. */
const IS_INSIDE = new RegExp(`[${UNSPACED}\\p{Script=Arabic}\\p{Script=Hebrew}]`, 'u');
const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');

/** Parts of a name shorter than this are too common as words; where one letter is a syllable, shorter than two. */
const SHORTEST = 3;
const SHORTEST_UNSPACED = 2;

/** Characters of a name or an e-mail that are looked at: the longest name on record has some 1,000. */
const MAX_CHARACTERS = 2_000;

/** Texts of one customer that are looked for as they stand. Each is one more walk through the ticket's words. */
const MAX_LITERALS = 12;

/** Characters of such a text. A longer one is found by its words alone. */
const LONGEST_LITERAL = 100;

/** Words of a name that is looked for as a whole because some of them are short. */
const MAX_IN_SEQUENCE = 8;

/** A sign within a name, like an apostrophe. */
const SIGN = /[^\p{L}\p{N}\p{M}\s]/u;

/** The words and texts that tell who somebody is, folded. */
export interface NameParts {
  /** Each is hidden where it stands as a word. */
  readonly words: ReadonlySet<string>;
  /** Each is hidden where it stands as it is, between other words or inside of them. */
  readonly literals: readonly { readonly text: string; readonly inside: boolean }[];
  /** Words that are hidden where they follow each other, whatever stands between them. */
  readonly sequences: readonly (readonly string[])[];
}

/** A word and where it stands in its text. */
export interface PlacedWord {
  readonly text: string;
  readonly from: number;
}

/** The words of a folded text, in their order. */
export function wordsOf(folded: string): PlacedWord[] {
  return Array.from(folded.matchAll(WORD), ({ 0: text, index }) => ({ text, from: index }));
}

/**
 * The parts of a customer to look for: each part of the name that is long enough to be no common word, the whole name where a
 * part is not, the e-mail and its mailbox. A mailbox of several words is a name; of one word it may be anything, and counts
 * as a whole. Names are also looked for as
 * they are typed where a keyboard lacks a letter, and with their parts joined.
 */
export function namePartsOf(name: string | null, email: string | null): NameParts {
  const nameText = name?.slice(0, MAX_CHARACTERS) ?? '';
  const emailText = email?.trim().slice(0, MAX_CHARACTERS) ?? '';
  const mailbox = emailText.slice(0, Math.max(0, emailText.lastIndexOf('@')));
  const spellings = [...new Set([nameText, withTypedLetters(nameText)].map(fold))];
  const names = spellings.map((spelling) => wordsOf(spelling).map(({ text }) => text));
  const mailboxWords = fold(mailbox).match(/[\p{L}\p{M}]+/gu) ?? [];
  const words = [
    ...[...names.flat(), ...(mailboxWords.length > 1 ? mailboxWords : [])].filter(isTelling),
    ...[...names, ...wholesOf(spellings), mailboxWords].flatMap(joined),
    // A name of one short word is all that there is of it.
    ...names.flatMap((parts) => (parts.length === 1 ? parts.filter((part) => [...part].length === 2) : [])),
  ];
  const literals = [
    ...spellings.flatMap((spelling) => spelling.split(/[\s@]+/)),
    fold(emailText),
    fold(mailbox),
  ];
  return {
    words: new Set([...words, ...words.map(withoutTypedLetters)].filter((word) => !IS_INSIDE.test(word))),
    literals: literalsOf([
      ...literals.flatMap(withAndWithoutEdges),
      ...words.filter((word) => IS_INSIDE.test(word)),
      ...names.flat().flatMap(givenName),
    ]),
    sequences: names.flatMap(sequencesOf),
  };
}

/** The words of each part of a name that has no white space: `o'brien` has two. */
function wholesOf(spellings: readonly string[]): string[][] {
  return spellings
    .filter((spelling) => SIGN.test(spelling))
    .flatMap((spelling) => spelling.split(/\s+/).map((whole) => wordsOf(whole).map(({ text }) => text)));
}

/** Several words as one, as people write them who leave the sign between them out: `obrien`, `annaschmidt`. */
function joined(parts: readonly string[]): string[] {
  return parts.length < 2 || parts.length > MAX_IN_SEQUENCE ? [] : [parts.join('')].filter(isTelling);
}

/** A Chinese name of three or four characters begins with the family's; what is left is how the person is called. */
function givenName(part: string): string[] {
  return /^\p{Script=Han}{3,4}$/u.test(part) ? [[...part].slice(1).join('')] : [];
}

function literalsOf(texts: readonly string[]): NameParts['literals'] {
  return [...new Set(texts)]
    .filter((text) => isTelling(text) && text.length <= LONGEST_LITERAL)
    .slice(0, MAX_LITERALS)
    .map((text) => ({ text, inside: IS_INSIDE.test(text) }));
}

/** A short part is hidden beside the others: given name first, or last. */
function sequencesOf(parts: readonly string[]): (readonly string[])[] {
  if (parts.length < 2 || parts.length > MAX_IN_SEQUENCE || parts.every(isTelling)) return [];
  return [parts, [...parts.slice(-1), ...parts.slice(0, -1)]];
}

/** `"bobby";` with what stands around the name and without. */
function withAndWithoutEdges(text: string): string[] {
  const words = wordsOf(text);
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined
    ? [text]
    : [text, text.slice(first.from, last.from + last.text.length)];
}

function isTelling(part: string): boolean {
  return [...part].length >= (IS_UNSPACED.test(part) ? SHORTEST_UNSPACED : SHORTEST);
}

/** Letters that people type as two where a keyboard lacks them; how others are folded is another spelling. */
const TYPED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

function withTypedLetters(text: string): string {
  return text.normalize('NFC').replace(/[äöüøå]/giu, (letter) => TYPED[letter.toLowerCase()] ?? letter);
}

/** `mueller` as its owner's name is folded: `muller`. */
function withoutTypedLetters(word: string): string {
  return word.replace(/([aou])e|aa/g, (typed) => typed.charAt(0));
}
