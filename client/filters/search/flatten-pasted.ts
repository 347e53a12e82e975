import { readSearchPart } from '../../../contract/index.ts';
import { MAX_QUERY_LENGTH } from '../query-language/limits.ts';

/**
 * A pasted text as the search box can hold it: in one line. A browser would drop line breaks, and make one number of a
 * column of them; here a column or a row of numbers becomes a list. Of a text that is too long as much is kept as tells
 * that it is.
 */
export function flattenPasted(text: string): string {
  const parts = text.slice(0, MAX_QUERY_LENGTH + 1).split(/[\t\n\v\f\r\u0085\u2028\u2029]/);
  if (parts.length === 1) return parts.join('');
  const cells = parts.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const list = cells.join(', ');
  return cells.length > 1 && isList(list) ? list : cells.join(' ');
}

/** Whether a text is numbers of tickets from its beginning to its end. */
function isList(text: string): boolean {
  const { term, to } = readSearchPart(text, 0);
  return term?.kind === 'ids' && to === text.length;
}
