import { FACETS, type Facet, fieldOf } from '../../../contract/index.ts';
import { list, oneOf } from '../../storage/checks.ts';
import { createPersistedValue, usePersistedValue } from '../../storage/persisted-value.ts';

/** The facets that the reader has folded away, or opened although they are folded by default. */
const storedFacets = createPersistedValue('facets', list(oneOf(FACETS)), []);

/** State of a facet's values, open or folded, with its toggle. */
export function useFacetOpen(facet: Facet): readonly [open: boolean, toggle: () => void] {
  const changed = usePersistedValue(storedFacets).includes(facet);
  const isOpen = (fieldOf(facet).folded === true) === changed;
  const toggle = () => {
    void storedFacets.update((all) => {
      const others = all.filter((other) => other !== facet);
      return changed ? others : [...others, facet];
    });
  };
  return [isOpen, toggle];
}
