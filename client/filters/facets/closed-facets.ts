import * as z from 'zod/mini';
import { FACETS, type Facet } from '../../../contract/index.ts';
import { createShelf, useShelf } from '../../storage/shelf.ts';

/** The facets that the reader has folded away, to have the others nearer. */
const shelf = createShelf('facets', z.array(z.enum(FACETS)), []);

/** Whether a facet's values are to be seen, live, and the switch for it. */
export function useFacetOpen(facet: Facet): readonly [open: boolean, toggle: () => void] {
  const closed = useShelf(shelf);
  const isOpen = !closed.includes(facet);
  const toggle = () => {
    void shelf.update((folded) => {
      const others = folded.filter((other) => other !== facet);
      return isOpen ? [...others, facet] : others;
    });
  };
  return [isOpen, toggle];
}
