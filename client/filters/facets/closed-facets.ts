import { FACETS, type Facet, fieldOf } from '../../../contract/index.ts';
import { list, oneOf } from '../../storage/checks.ts';
import { createPersistedValue, usePersistedValue } from '../../storage/persisted-value.ts';

/** The facets that the reader has folded away, to have the others nearer, or opened of those that are folded at first. */
const shelf = createPersistedValue('facets', list(oneOf(FACETS)), []);

/** Whether a facet's values are to be seen, live, and the switch for it. */
export function useFacetOpen(facet: Facet): readonly [open: boolean, toggle: () => void] {
  const changed = usePersistedValue(shelf).includes(facet);
  const isOpen = (fieldOf(facet).folded === true) === changed;
  const toggle = () => {
    void shelf.update((all) => {
      const others = all.filter((other) => other !== facet);
      return changed ? others : [...others, facet];
    });
  };
  return [isOpen, toggle];
}
