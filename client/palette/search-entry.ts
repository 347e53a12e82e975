import { parseSearch, type TicketQuery } from '../../contract/index.ts';
import { searchFilters } from '../filters/search-parts.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** What is typed can be looked for in the tickets themselves; where it can't, the entry says why. */
export function searchEntry(typed: string, ask: (change: Partial<TicketQuery>) => void): PaletteEntry {
  const entry = { id: 'search-words', group: 'Search', label: `Search tickets for “${typed}”` };
  const search = parseSearch(typed);
  if (!search.ok) return { ...entry, detail: search.error, run: null };
  const { q, ids } = searchFilters(typed);
  return { ...entry, run: () => ask(ids.length > 0 ? { q, ids } : { q }) };
}
