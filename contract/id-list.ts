import { readTicketId } from './ticket-id.ts';

/** Numbers of tickets in a text, up to `to`; `wrong` is the first that no ticket can have, if there is one. */
interface IdList {
  readonly ids: readonly number[];
  readonly wrong: string | null;
  readonly to: number;
}

/** A number that says of itself that it is a ticket's. */
const LABELLED_ID = /(?:tickets?\s+[#＃]?|[#＃])(\p{Nd}+)(?![^\s,;，；、])/iuy;
const NUMBER = /(\p{Nd}+)(?![^\s,;，；、])/uy;
/** A sign that nothing follows in the list ends it, and is no word of its own. */
const END = /[,;，；、]+(?=\s|$)/uy;
/** A comma without a blank may belong to the number: 1,200. */
const SEPARATOR = /\s*(?:[,，、]\s+|[;；]\s*)|[^\S\n\r]*[\n\r]\s*/uy;
const BLANK = /\s+/y;

/**
 * Reads the ids that begin at a place: `#1017`, `ticket 1017`, or at least two whole numbers separated by comma and blank,
 * semicolon or line break. What follows in the same way belongs to them, so `#1 #2` are two tickets.
 *
 * @param named whether the first must say that it is a ticket's
 * @returns null where there are none: a number alone is a word
 */
export function readIdList(text: string, from: number, named = false): IdList | null {
  const first = match(LABELLED_ID, text, from);
  const isNamed = first !== null;
  const found = first ?? (named ? null : match(NUMBER, text, from));
  if (found === null) return null;
  const written = [found[1] as string];
  let to = from + found[0].length;
  for (;;) {
    const next = readNext(text, to);
    if (next === null) break;
    written.push(next.digits);
    to = next.to;
  }
  if (!isNamed && written.length === 1) return null;
  to += match(END, text, to)?.[0].length ?? 0;
  const ids = written.map(readTicketId);
  const wrong = written[ids.indexOf(null)] ?? null;
  return { ids: [...new Set(ids.filter((id) => id !== null))], wrong, to };
}

function readNext(text: string, at: number): { readonly digits: string; readonly to: number } | null {
  const separator = match(SEPARATOR, text, at);
  const blank = separator ?? match(BLANK, text, at);
  if (blank === null) return null;
  const start = at + blank[0].length;
  const item = match(LABELLED_ID, text, start) ?? (separator === null ? null : match(NUMBER, text, start));
  return item === null ? null : { digits: item[1] as string, to: start + item[0].length };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
