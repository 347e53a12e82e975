import * as z from 'zod/mini';
import { FACETS, type Facet, fieldOf } from '../../../contract/index.ts';
import { createPersistedValue, usePersistedValue } from '../../storage/persisted-value.ts';

/** The facets that the reader has folded away, or opened although they are folded by default. */
const shelf = createPersistedValue('facets', z.array(z.enum(FACETS)), []);

/** State of a facet's values, open or folded, with its toggle. */
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
