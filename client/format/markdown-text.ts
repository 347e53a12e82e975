import { oneLine } from './one-line.ts';

/** The signs by which Markdown, or HTML within it, marks something up. A price is no formula. */
const SIGNS = /[\\`*_{}[\]#!|<>~&]|\$(?!\d)/g;

/** What makes a list, a heading or a rule of a line that begins with it. */
const LINE_START = /^(\d{0,9})([-+.)=:])/;

/**
 * What readers of Markdown and chats act upon although its signs are escaped: addresses with and without a scheme,
 * e-mails and mentions, numbers of issues, names of emoji. They look at the text that is left when the marks are gone.
 */
const ACTED_UPON = [
  /[@＠]/,
  /:\/\//,
  /\bwww\./i,
  /\b(?:mailto|xmpp|tel|file):/i,
  /[\p{L}\p{N}]\.\p{L}{2}/u,
  /#\d/,
  /\b[A-Z][A-Z0-9]{1,20}-\d/,
  /:[\w+-]{1,60}:/,
];

/** What ends a span of code, or a cell of a table. */
const ENDS_CODE = /[`|]/;

/**
 * A text of somebody else as Markdown that shows it and does nothing: one line, nothing marked up, no address that is
 * a link, nobody who is mentioned. What a reader would act upon all the same stands as code, letter by letter.
 */
export function markdownText(text: string): string {
  const [first = '', ...words] = oneLine(text).split(' ');
  // A word that begins with a sign of its own is escaped by it already.
  const start = isActedUpon(first) ? code(first) : escaped(first).replace(LINE_START, '$1\\$2');
  return [start, ...words.map((word) => (isActedUpon(word) ? code(word) : escaped(word)))].join(' ');
}

function isActedUpon(word: string): boolean {
  return ACTED_UPON.some((pattern) => pattern.test(word));
}

function escaped(word: string): string {
  return word.replace(SIGNS, '\\$&');
}

/** A word as code, in as many spans as what would end one leaves of it. */
function code(word: string): string {
  const ends = [...word].filter((character) => ENDS_CODE.test(character));
  return word
    .split(ENDS_CODE)
    .map((part, index) => `${part && `\`${part}\``}${ends[index] === undefined ? '' : `\\${ends[index]}`}`)
    .join('');
}
