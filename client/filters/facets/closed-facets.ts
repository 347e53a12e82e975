import { type Facet, fieldOf } from '../../../contract/index.ts';
import { flag, record } from '../../storage/checks.ts';
import { createPersistedValue, usePersistedValue } from '../../storage/persisted-value.ts';

/** The facets that the reader has opened (true) or folded away (false), by their keys. */
const storedFacets = createPersistedValue<Readonly<Record<string, boolean>>>('facets', record(flag), {});

/**
 * State of a facet's values, open or folded, with its toggle.
 *
 * @param isLong whether it has so many values that it is folded until the reader opens it
 */
export function useFacetOpen(facet: Facet, isLong: boolean): readonly [open: boolean, toggle: () => void] {
  const isOpen = usePersistedValue(storedFacets)[facet] ?? !(isLong || fieldOf(facet).folded === true);
  const toggle = () => {
    void storedFacets.update((all) => ({ ...all, [facet]: !isOpen }));
  };
  return [isOpen, toggle];
}
