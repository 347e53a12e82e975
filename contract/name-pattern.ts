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

/** Something that tells who somebody is. */
interface Telling {
  /** How many characters it has. */
  readonly length: number;
  /** What a folded text holds where the pattern may match: looked for first, as patterns are costly. */
  readonly needle: string;
  readonly pattern: string;
}

/**
 * Finds in a folded text (see `foldText`) what tells who somebody is: each part of the name that is long enough to
 * be no common word, the whole name where a part is not, the e-mail and its mailbox.
 *
 * @returns null when there is nothing of it in the text
 */
export function namePattern(text: string, name: string | null, email: string | null): RegExp | null {
  const found = [...namePatterns(name ?? ''), ...emailPatterns(email ?? '')]
    .filter(({ needle }) => needle !== '' && text.includes(needle))
    // The rest of a name must not stay because its beginning was found.
    .sort((a, b) => b.length - a.length);
  return found.length === 0 ? null : new RegExp(found.map(({ pattern }) => pattern).join('|'), 'gu');
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
  return [...new Set([part, typed])].map((spelling) => {
    const needle = foldText(spelling).text;
    return { length: spelling.length, needle, pattern: asWord(spelling, literal(needle)) };
  });
}

/** All parts one after another, whatever stands between them. */
function toPhrase(parts: readonly string[]): Telling {
  const needles = parts.map((part) => foldText(part).text);
  const spelling = parts.join(' ');
  const pattern = asWord(spelling, needles.map(literal).join('[^\\p{L}\\p{N}]+'));
  return { length: spelling.length, needle: needles[0] ?? '', pattern };
}

/** As a word of its own, with the s of its owner; where words are not told apart by spaces, anywhere. */
function asWord(spelling: string, pattern: string): string {
  if (IS_UNSPACED.test(spelling) || IS_ATTACHING.test(spelling)) return pattern;
  const [before, after] = ['(?<=^|', '(?=$|'].map((side) => `${side}[^\\p{L}\\p{N}]|[${UNSPACED}])`);
  return `${before}${pattern}(?:'?s)?${after}`;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, (special) => (special === '-' ? '\\x2d' : `\\${special}`));
}
