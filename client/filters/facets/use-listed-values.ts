import { useMemo, useState } from 'react';
import { type Facet, type FacetValue, fieldOf } from '../../../contract/index.ts';
import { useListState, useShownList } from '../../workspace/workspace-context.ts';
import { clearFacet, excludedValues, filtersKey, selectedValues } from '../change-filters.ts';
import { inOrder, listValues, orderByUse, withAbsent } from './list-values.ts';

/** Values beyond which a facet has a search of its own, and lists the most used values first. */
const LONG = 10;

/** Whether a facet has an order of its own, however long it is. */
function isOrdered(facet: Facet): boolean {
  const { known, values } = fieldOf(facet);
  return known !== undefined || values !== undefined;
}

/**
 * The values of a facet as they are listed. Ticking one of them moves none: a long facet is put in order again when
 * another filter or the search in it has changed.
 */
export function useListedValues(facet: Facet, values: readonly FacetValue[], needle: string) {
  const listState = useListState();
  const { list, isStale } = useShownList();
  const { query } = listState;
  const { all, active, others } = useMemo(() => {
    const selected = [...selectedValues(query, facet), ...excludedValues(query, facet)];
    return {
      active: selected,
      all: withAbsent(facet, values, selected),
      others: filtersKey({ ...query, ...clearFacet(query, facet) }),
    };
  }, [facet, values, query]);
  const isLong = all.length > LONG;

  const occasion = [others, needle, list?.snapshot.whole, isLong].join(' ');
  const [kept, setKept] = useState(() => ({ occasion, order: orderByUse(all, active) }));
  // While the list is stale, the counts are still those of the last query.
  if (!isStale && kept.occasion !== occasion) setKept({ occasion, order: orderByUse(all, active) });

  const { order } = kept;
  const { listed, more } = useMemo(() => {
    const isByUse = isLong && !isOrdered(facet);
    return listValues(isByUse ? inOrder(all, order) : all, needle, active);
  }, [facet, all, active, isLong, order, needle]);
  return { isLong, all, listed, more };
}
