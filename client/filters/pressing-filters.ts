import { DEFAULT_QUERY, FACETS, type Facet, withChosenValues } from '../../contract/index.ts';
import { PRESENTATION, PRESSING_IDS, type Pressing } from '../format/fields.ts';
import type { FilterChange } from './with-filters.ts';

/** The open tickets that have one of a facet's pressing values. */
export interface PressingFilter extends Pressing {
  readonly facet: Facet;
}

/** Filters that the tiles over the list count and the ready-made views show, most pressing first. */
export const PRESSING_FILTERS: readonly PressingFilter[] = FACETS.flatMap((facet) => {
  const { pressing } = PRESENTATION[facet];
  return pressing === undefined ? [] : { ...pressing, facet };
}).toSorted((a, b) => PRESSING_IDS.indexOf(a.id) - PRESSING_IDS.indexOf(b.id));

/** The change that leaves a pressing filter's tickets in a list. */
export function pressingChange({ facet, values }: PressingFilter): FilterChange {
  const { not, ...change } = withChosenValues(DEFAULT_QUERY, facet, { any: values, none: [] });
  return { ...change, open: true };
}
