import { type Facet, FIELD_KEYS, fieldOf, NONE } from '../../contract/index.ts';

const KNOWN: ReadonlySet<string> = new Set(FIELD_KEYS.flatMap((key) => fieldOf(key).known?.values ?? []));

/** `CRITICAL` as `Critical`. A value that the vendor does not document stays exactly as it is. */
export function formatValue(value: string): string {
  return KNOWN.has(value) ? value.charAt(0) + value.slice(1).toLowerCase() : value;
}

/** Name of a facet's value that the server has not sent: a filter may name one that no ticket has. */
export function nameOfAbsent(facet: Facet, value: string): string {
  const { values, none } = fieldOf(facet);
  if (value === NONE && none !== undefined) return none;
  return values?.find((known) => known.value === value)?.label ?? value;
}

/** A facet's value for people, from what the server calls it. */
export function formatFacetLabel(facet: Facet, label: string): string {
  if (label === '') return '(empty)';
  return fieldOf(facet).known === undefined ? label : formatValue(label);
}
