import fc from 'fast-check';

/** Units of texts that have brought other programs to a halt: characters that patterns begin or end with. */
const UNITS = [
  'a',
  'ab',
  'as ',
  ' ',
  '\t',
  '\n',
  '!',
  '@',
  'x@y.',
  '%40',
  'x%40',
  '( at )',
  '(',
  "'",
  "'s",
  '"',
  '""',
  '“',
  '-',
  '- ',
  '1, ',
  '1;',
  '#1 ',
  'ticket 1 ',
  ',',
  '.',
  ':',
  '=',
  '|',
  '`',
  '*',
  '_',
  '[x](',
  'http://',
  '<a ',
  '&amp;',
  '\\',
  '\u0903',
  '\u0903 ',
  '\u0301',
  '\u200b',
  '\u202e',
  '\ufdfa',
  'ß',
  '漢',
  '한',
  'ﾃ',
  '😀',
  '\ud800',
];

/** A text that can be made as long as one likes: the middle is repeated. */
export interface GrowingText {
  readonly start: string;
  readonly middle: string;
  readonly end: string;
}

const few = fc.array(fc.constantFrom(...UNITS), { maxLength: 2 }).map((units) => units.join(''));

/** Texts to be grown, of units that patterns begin and end with. */
export const growingText: fc.Arbitrary<GrowingText> = fc.record({
  start: few,
  middle: fc.array(fc.constantFrom(...UNITS), { minLength: 1, maxLength: 3 }).map((units) => units.join('')),
  end: few,
});

/** The text at about so many characters. */
export function grow({ start, middle, end }: GrowingText, length: number): string {
  return start + middle.repeat(Math.ceil(length / middle.length)) + end;
}
