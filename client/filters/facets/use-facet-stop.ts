import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import { type FacetPart, type FacetShape, type FacetStop, facetStop, isValuePart } from './facet-keys.ts';

/** The place last focused: a value by itself, as its row changes when the values are reordered. */
type Last = { readonly part: 'title' | 'find' } | { readonly value: string };

/**
 * The one place of a facet that the Tab key leads to, and the arrow keys that lead from there to the others: else
 * hundreds of values would stand between the search and the list.
 *
 * @param values the values that are listed, in their order; none while the facet is folded away
 * @param first the value to begin at while nothing has had the focus
 */
export function useFacetStop(values: readonly string[], first: string | undefined, shape: FacetShape) {
  const [last, setLast] = useState<Last | null>(null);
  const stop = currentStop(last, values, first, shape.hasFind);

  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const at = placeOf(target);
    if (at === null) return;
    const value = values[at.row];
    if (value !== undefined) setLast({ value });
    else setLast({ part: at.part === 'find' ? 'find' : 'title' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const from = placeOf(event.target);
    const to = from === null ? null : facetStop(event.key, from, shape);
    if (to === null) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(selectorOf(to))?.focus();
  };
  return { stop, handlers: { onFocus, onKeyDown } };
}

function currentStop(
  last: Last | null,
  values: readonly string[],
  first: string | undefined,
  hasFind: boolean,
): FacetStop {
  const wanted = last !== null && 'value' in last ? last.value : first;
  const row = Math.max(0, values.indexOf(wanted ?? ''));
  if (last !== null && 'part' in last && (last.part === 'title' || hasFind)) return { ...last, row: -1 };
  if (values.length > 0) return { part: 'box', row };
  return { part: hasFind ? 'find' : 'title', row: -1 };
}

function placeOf(target: EventTarget): FacetStop | null {
  if (!(target instanceof HTMLElement)) return null;
  const part = target.dataset.part as FacetPart | undefined;
  if (part === undefined) return null;
  const row = target.closest<HTMLElement>('[data-row]')?.dataset.row;
  return { part, row: row === undefined ? -1 : Number(row) };
}

function selectorOf({ part, row }: FacetStop): string {
  return isValuePart(part) ? `[data-row="${row}"] [data-part="${part}"]` : `[data-part="${part}"]`;
}
