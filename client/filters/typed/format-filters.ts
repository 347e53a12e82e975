import type { Facets } from '../../../contract/index.ts';
import { type Filters, searchWords } from '../change-filters.ts';
import { TYPED_CHOICES } from './choice-keys.ts';
import { writeChoice } from './choice-values.ts';
import { needsQuotes, quote } from './lex.ts';
import { SINGLE_KEYS } from './single-keys.ts';

/**
 * Filters as a typed query, which `parseFilters` reads as these very filters. The words come last.
 *
 * @param facets the values that the tickets have, to write their names; null while they are not known
 * @param zone the IANA time zone whose days are written
 */
export function formatFilters(filters: Filters, facets: Facets | null, zone: string): string {
  return [...formatTerms(filters, facets, zone), formatWords(filters)]
    .filter((part) => part !== '')
    .join(' ');
}

/** The words that are searched for, as they stand at the end of a typed query. */
export function formatWords({ q }: Filters): string {
  return searchWords(q)
    .map((word) => (needsQuotes(word) ? quote(word) : word))
    .join(' ');
}

function formatTerms(filters: Filters, facets: Facets | null, zone: string): string[] {
  const choices = TYPED_CHOICES.flatMap(({ name, key }) => {
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
