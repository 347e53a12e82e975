import { parseSearch, readSearchPart, type SearchTerm, type TicketQuery } from '../../contract/index.ts';

/** A term of a search, as it is written. */
export interface WrittenTerm {
  readonly written: string;
  readonly term: SearchTerm;
}

/** The terms of a search in their order; none for a search that can't be obeyed, which no query holds. */
export function searchParts(q: string): readonly WrittenTerm[] {
  const parts: WrittenTerm[] = [];
  for (let at = skipSpace(q, 0); at < q.length; ) {
    const { from, to, term, error } = readSearchPart(q, at);
    if (error !== null) return [];
    if (term !== null) parts.push({ written: q.slice(from, to), term });
    at = skipSpace(q, to);
  }
  return parts;
}

/** A search of these terms, as they are written; in quotes where they would otherwise read as something else together. */
export function joinSearch(parts: readonly WrittenTerm[]): string {
  const q = parts.map(({ written }) => written).join(' ');
  const search = parseSearch(q);
  const wanted = parts.map(({ term }) => termKey(term)).join('\n');
  if (!search.ok || search.terms.map(termKey).join('\n') === wanted) return q;
  return parts.map(quoteWord).join(' ');
}

/** A word as a phrase of one word, which finds the same; a number stays, for as a word it also finds other ids. */
export function quoteWord({ written, term }: WrittenTerm): string {
  const text = term.excluded ? written.slice(1) : written;
  if (term.kind === 'ids' || isNumber(term.text) || /^["＂“”„‟«]/.test(text)) return written;
  return `${term.excluded ? '-' : ''}${quotePhrase(text)}`;
}

/** A text in quotes that a search reads as a phrase of this very text. */
export function quotePhrase(text: string): string {
  return `"${text.replace(/["＂]/g, '""')}"`;
}

/** A text that two terms share when they ask for the same. */
export function termKey(term: SearchTerm): string {
  const minus = term.excluded ? '-' : '';
  if (term.kind === 'ids') return `${minus}#${term.ids.join(',')}`;
  return isNumber(term.text) ? `${minus}${term.kind} ${term.text}` : `${minus}"${term.text}`;
}

/** The tickets that filters name by number. */
interface RequestedIds {
  /** Those that all lists have; empty for any ticket. */
  readonly ids: readonly number[];
  /** A list that has none of them, so that no ticket matches; null where there is no such list. */
  readonly conflict: readonly number[] | null;
}

/** The tickets named by the filter by number and by the lists of numbers in the search together. */
export function requestedIds({ q, ids }: Pick<TicketQuery, 'q' | 'ids'>): RequestedIds {
  let named = ids;
  for (const { term } of searchParts(q)) {
    if (term.kind !== 'ids' || term.excluded) continue;
    const both = commonIds(named, term.ids);
    if (both.length === 0) return { ids: named, conflict: term.ids };
    named = both;
  }
  return { ids: named, conflict: null };
}

/** A search as the filters that it is: numbers of tickets become the filter by number, unless they contradict each other. */
export function searchFilters(q: string): Pick<TicketQuery, 'q' | 'ids'> {
  const { ids, conflict } = requestedIds({ q, ids: [] });
  if (conflict !== null) return { q, ids: [] };
  return { q: joinSearch(searchParts(q).filter(({ term }) => term.kind !== 'ids' || term.excluded)), ids };
}

/** The numbers that both lists have; an empty first list has all. */
export function commonIds(named: readonly number[], others: readonly number[]): readonly number[] {
  if (named.length === 0) return others;
  const other = new Set(others);
  return named.filter((id) => other.has(id));
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

const SPACE = /\s+/y;

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}
