import { FACETS, type Facets } from '../index.ts';

/** Facets of which none has a value. */
export function emptyFacets(): Facets {
  return Object.fromEntries(FACETS.map((facet) => [facet, []] as const)) as unknown as Facets;
}
