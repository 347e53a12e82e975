import { parseSearch, type TicketQuery } from '../../contract/index.ts';
import { searchFilters } from '../filters/search-parts.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** The entry that looks for the typed text in the tickets; where that is impossible, it says why. */
export function searchEntry(text: string, updateQuery: (change: Partial<TicketQuery>) => void): PaletteEntry {
  const entry = { id: 'search-words', group: 'Search', label: `Search tickets for “${text}”` };
  const search = parseSearch(text);
  if (!search.ok) return { ...entry, detail: search.error, run: null };
  const { q, ids } = searchFilters(text);
  return { ...entry, run: () => updateQuery(ids.length > 0 ? { q, ids } : { q }) };
}
