import { FILTER_KEYS, type FlagKey, fieldOf, type PlainFlag } from '../../contract/index.ts';

/** Whether a filter is by yes or no, its values not counted beside the list. */
export function isPlainFlag(key: (typeof FILTER_KEYS)[number]): key is PlainFlag {
  return fieldOf(key).facet !== true;
}

/** Filters by yes or no whose values are not counted beside the list. */
export const PLAIN_FLAGS: readonly PlainFlag[] = FILTER_KEYS.filter(isPlainFlag);

/** Name of a flag's value: `Moved`, `Not moved`. */
export function flagLabel(key: FlagKey, value: boolean): string {
  const known = fieldOf(key).values?.find((one) => one.value === String(value));
  return known?.label ?? (value ? 'Yes' : 'No');
}
