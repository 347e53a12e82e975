import { oneLine } from './one-line.ts';

/** The characters by which Markdown, or HTML within it, marks something up. A price is no formula. */
const SIGNS = /[\\`*_{}[\]#!|<>~&]|\$(?!\d)/g;

/** Line start that makes a list, a heading or a rule of the line. */
const LINE_START = /^(\d{0,9})([-+.)=:])/;

/**
 * Texts that readers of Markdown and chats act upon even when escaped: addresses with and without a scheme,
 * e-mails and mentions, numbers of issues, names of emoji. They look at the text left without the markup.
 */
const ACTED_UPON = [
  /[@＠]/,
  /\/\//,
  /www\./i,
  /\b(?:mailto|xmpp|tel|file):/i,
  /[^.]\.\p{L}{2}/u,
  /#\d/,
  /\b[A-Z][A-Z0-9]{1,20}-\d/,
  /:[\w+-]{1,60}:/,
];

/** Characters that end a code span, or a cell of a table. */
const ENDS_CODE = /[`|]/;

/**
 * Foreign text as Markdown that only shows it: one line without markup, links or mentions. Words that a
 * reader would act upon all the same become code spans.
 */
export function markdownText(text: string): string {
  const [first = '', ...words] = oneLine(text).split(' ');
  // A word that begins with a special character is escaped already.
  const start = isActedUpon(first) ? code(first) : escaped(first).replace(LINE_START, '$1\\$2');
  return [start, ...words.map((word) => (isActedUpon(word) ? code(word) : escaped(word)))].join(' ');
}

/** A link of Markdown, in a cell of a table too. What would end its address or the cell is percent-encoded. */
export function markdownLink(text: string, address: string): string {
  const encoded = address
    .replace(/[\s\p{Cc}<>|\\`]/gu, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  return `[${markdownText(text)}](${encoded})`;
}

function isActedUpon(word: string): boolean {
  return ACTED_UPON.some((pattern) => pattern.test(word));
}

function escaped(word: string): string {
  return word.replace(SIGNS, '\\$&');
}

/** A word as code, in as many spans as its backticks and bars divide it into. */
function code(word: string): string {
  const ends = [...word].filter((character) => ENDS_CODE.test(character));
  return word
    .split(ENDS_CODE)
    .map((part, index) => `${part && `\`${part}\``}${ends[index] === undefined ? '' : `\\${ends[index]}`}`)
    .join('');
}
