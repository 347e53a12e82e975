import type { Facets } from '../../../contract/index.ts';
import type { Filters } from '../change-filters.ts';
import {
  quotePhrase,
  quoteWord,
  requestedIds,
  searchParts,
  termKey,
  type WrittenTerm,
} from '../search-parts.ts';
import { writeChoice } from './choice-values.ts';
import { lex } from './lex.ts';
import { QUERY_CHOICES } from './query-choices.ts';
import { SINGLE_KEYS } from './single-keys.ts';

/**
 * Filters as a typed query, which `parseFilters` reads as these very filters. The words come last.
 *
 * @param facets the values that the tickets have, to write their names; null while they are not known
 * @param zone the IANA time zone whose days are written
 */
export function formatFilters(filters: Filters, facets: Facets | null, zone: string): string {
  const { ids } = requestedIds(filters);
  const terms = formatFilterTerms({ ...filters, ids }, facets, zone).join(' ');
  return [terms, formatTerms(filters, terms)].filter((part) => part !== '').join(' ');
}

/**
 * The words, phrases and excluded numbers that are searched for, as they stand at the end of a typed query. Numbers of
 * tickets that are asked for stand among the filters.
 *
 * @param before the text before them, which must not take up any of them
 */
export function formatTerms(filters: Pick<Filters, 'q' | 'ids'>, before = ''): string {
  const { conflict } = requestedIds(filters);
  const words = searchParts(filters.q)
    .filter(({ term }) => term.kind !== 'ids' || term.excluded)
    .map(inOneLine);
  // A list that contradicts the others is reported as an error once somebody edits the text.
  const rest = conflict === null ? [] : [`#${conflict.join(', ')}`];
  const written = words
    .map((word) => (searchKeys(word.written) === termKey(word.term) ? word.written : quoteWord(word)))
    .join(' ');
  const isRead = searchKeys(`${before} ${written}`) === words.map(({ term }) => termKey(term)).join('\n');
  return [...(isRead ? [written] : words.map(quoteWord)), ...rest].filter((part) => part !== '').join(' ');
}

/** The terms of a typed query's search, in one text. */
function searchKeys(text: string): string {
  return lex(text)
    .flatMap((token) => (token.kind === 'search' && token.term !== null ? [termKey(token.term)] : []))
    .join('\n');
}

/** A search field has one line, and drops what breaks it. */
function inOneLine({ written, term }: WrittenTerm): WrittenTerm {
  if (!/[\r\n]/.test(written)) return { written, term };
  const minus = term.excluded ? '-' : '';
  const text = term.kind === 'ids' ? `#${term.ids.join(', ')}` : quotePhrase(term.text);
  return { written: `${minus}${text}`, term };
}

function formatFilterTerms(filters: Filters, facets: Facets | null, zone: string): string[] {
  const choices = QUERY_CHOICES.flatMap(({ name, key }) => {
    const write = (values: readonly string[]) =>
      values.map((value) => writeChoice(key, value, facets)).join(',');
    const [any, none] = [filters[key], filters.not[key]];
    return [
      ...(any.length > 0 ? [`${name}:${write(any)}`] : []),
      ...(none.length > 0 ? [`-${name}:${write(none)}`] : []),
    ];
  });
  const singles = SINGLE_KEYS.flatMap(({ name, write }) => {
    const text = write(filters, zone);
    return text === null ? [] : [`${name}:${text}`];
  });
  return [...choices, ...singles];
}
