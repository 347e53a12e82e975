import { foldText } from './folded-text.ts';

/** Scripts whose words stand together without spaces, or take on particles without one. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}';
const ATTACHING = '\\p{Script=Arabic}\\p{Script=Hebrew}';

const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const IS_ATTACHING = new RegExp(`[${ATTACHING}]`, 'u');

/** Parts of a name shorter than this are too common as words; where one letter is a syllable, shorter than two. */
const SHORTEST = 3;
const SHORTEST_UNSPACED = 2;

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** Something that tells who somebody is: how many characters it has, and the pattern that finds it. */
interface Telling {
  readonly length: number;
  readonly pattern: string;
}

/**
 * Finds in a folded text (see `foldText`) what tells who somebody is: each part of the name that is long enough to
 * be no common word, the whole name where a part is not, the e-mail and its mailbox.
 *
 * @returns null when nothing that is known of the person can be looked for
 */
export function namePattern(name: string | null, email: string | null): RegExp | null {
  const telling = [...namePatterns(name ?? ''), ...emailPatterns(email ?? '')]
    .filter(({ pattern }) => pattern !== '')
    // The rest of a name must not stay because its beginning was found.
    .sort((a, b) => b.length - a.length);
  return telling.length === 0 ? null : new RegExp(telling.map(({ pattern }) => pattern).join('|'), 'gu');
}

function namePatterns(name: string): Telling[] {
  const wholes = name.split(/[\s@]+/).flatMap((whole) => [whole, withoutEdges(whole)]);
  const parts = name.split(/[^\p{L}\p{N}\p{M}]+/u).filter((part) => foldText(part).text !== '');
  const words = [...new Set([...wholes, ...parts])].filter(isTelling).flatMap(toWords);
  if (parts.length < 2 || parts.every(isTelling)) return words;
  // A short part is hidden beside the others: given name first, or last.
  return [...words, toPhrase(parts), toPhrase([...parts.slice(-1), ...parts.slice(0, -1)])];
}

/** A mailbox of several words is a name; of one word it may be anything, and counts as a whole. */
function emailPatterns(email: string): Telling[] {
  const mailbox = email.slice(0, Math.max(0, email.lastIndexOf('@')));
  const words = mailbox.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '');
  const names = words.length > 1 ? words.flatMap((word) => [word, withUmlauts(word)]) : [];
  return [email.trim(), mailbox, ...names].filter(isTelling).flatMap(toWords);
}

/** `mueller`, as an address has it, as its owner's name is folded: `muller`. */
function withUmlauts(word: string): string {
  return word.replace(/([aou])e/gi, '$1');
}

/** `"Bobby";` without what stands around the name. */
function withoutEdges(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
}

function isTelling(part: string): boolean {
  return [...part].length >= (IS_UNSPACED.test(part) ? SHORTEST_UNSPACED : SHORTEST);
}

/** A part as it is and as it is typed without umlauts. */
function toWords(part: string): Telling[] {
  const typed = part.replace(/[äöü]/giu, (letter) => UMLAUTS[letter.toLowerCase()] ?? letter);
  return [...new Set([part, typed])].map((spelling) => asWord(spelling, literal(foldText(spelling).text)));
}

/** All parts one after another, whatever stands between them. */
function toPhrase(parts: readonly string[]): Telling {
  const pattern = parts.map((part) => literal(foldText(part).text)).join('[^\\p{L}\\p{N}]+');
  return asWord(parts.join(' '), pattern);
}

/** As a word of its own, with the s of its owner; where words are not told apart by spaces, anywhere. */
function asWord(spelling: string, pattern: string): Telling {
  const { length } = spelling;
  if (pattern === '' || IS_UNSPACED.test(spelling) || IS_ATTACHING.test(spelling)) return { length, pattern };
  const [before, after] = ['(?<=^|', '(?=$|'].map((side) => `${side}[^\\p{L}\\p{N}]|[${UNSPACED}])`);
  return { length, pattern: `${before}${pattern}(?:'?s)?${after}` };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, (special) => (special === '-' ? '\\x2d' : `\\${special}`));
}
