import { FACETS, FLAG_KEYS, type FlagKey, fieldOf } from '../../contract/index.ts';

/** Filters by yes or no whose values are not counted beside the list. */
export const PLAIN_FLAGS: readonly FlagKey[] = FLAG_KEYS.filter(
  (key) => !FACETS.some((facet) => facet === key),
);

/** Name of a flag's value: `Moved`, `Not moved`. */
export function flagLabel(key: FlagKey, value: boolean): string {
  const known = fieldOf(key).values?.find((one) => one.value === String(value));
  return known?.label ?? (value ? 'Yes' : 'No');
}
