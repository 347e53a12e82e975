import { type Facet, type FacetValue, fold } from '../../../contract/index.ts';
import { nameOfAbsent } from '../../format/value-labels.ts';

/** Most values of a facet listed at once; the others are found by its search. */
export const LISTED = 100;

/** A facet's values with those selected or excluded though no ticket has them: they can be taken off. */
export function withAbsent(
  facet: Facet,
  values: readonly FacetValue[],
  active: readonly string[],
): readonly FacetValue[] {
  const known = new Set(values.map(({ value }) => value));
  const absent = active.filter((value) => !known.has(value));
  return [...values, ...absent.map((value) => ({ value, label: nameOfAbsent(facet, value), count: 0 }))];
}

/** The order of a long facet: values selected or excluded, then the most frequent. */
export function orderByUse(values: readonly FacetValue[], active: readonly string[]): readonly string[] {
  const isActive = new Set(active);
  const first = (value: string) => Number(isActive.has(value));
  return values
    .toSorted((a, b) => first(b.value) - first(a.value) || b.count - a.count)
    .map(({ value }) => value);
}

/** Values in an order that was made earlier; those that it does not know come last. */
export function inOrder(values: readonly FacetValue[], order: readonly string[]): readonly FacetValue[] {
  const ranks = new Map(order.map((value, rank) => [value, rank]));
  const rank = ({ value }: FacetValue) => ranks.get(value) ?? order.length;
  return values.toSorted((a, b) => rank(a) - rank(b));
}

/** Values that contain a text, and the number of those not listed. Active values are always listed. */
export function listValues(
  values: readonly FacetValue[],
  needle: string,
  active: readonly string[],
): { readonly listed: readonly FacetValue[]; readonly more: number } {
  const isActive = new Set(active);
  const wanted = fold(needle.trim());
  const has = (text: string) => fold(text).includes(wanted);
  const found = values.filter(
    ({ value, label }) => isActive.has(value) || wanted === '' || has(label) || has(value),
  );
  const listed = found.filter(({ value }, place) => place < LISTED || isActive.has(value));
  return { listed, more: found.length - listed.length };
}
