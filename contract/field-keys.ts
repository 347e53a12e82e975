import type { Field } from './field.ts';
import { FIELDS } from './fields.ts';

type Fields = typeof FIELDS;

export type FieldKey = keyof Fields;

/** The fields that say something of themselves: those whose entry has that part. */
type KeysWith<Part extends keyof Field, Value = unknown> = {
  [Key in FieldKey]: Fields[Key] extends { readonly [P in Part]: Value } ? Key : never;
}[FieldKey];

/** A query key that takes several values. */
export type ChoiceKey = KeysWith<'filter', 'choice'>;
/** A query key that takes yes or no. */
export type FlagKey = KeysWith<'filter', 'flag'>;
export type Facet = KeysWith<'facet'>;
/** A filter by yes or no whose values are not counted. */
export type PlainFlag = Exclude<FlagKey, Facet>;
export type SortKey = KeysWith<'sort'>;
export type Column = KeysWith<'column'>;
/** A field whose changes are recorded. */
export type RecordedKey = KeysWith<'recorded'>;
/** A date that tickets are sorted by. */
export type DateKey = SortKey & KeysWith<'kind', 'date'>;

/** A value of a choice: one of a closed set, or any text. */
export type ChoiceValue<Key extends ChoiceKey> = Fields[Key] extends {
  readonly values: readonly { readonly value: infer Value }[];
}
  ? Value
  : string;

/** The description of a field, with the parts that it lacks undefined. */
export function fieldOf(key: FieldKey): Field {
  return FIELDS[key];
}

/** Both orders of a key in words. */
export function ordersOf(key: SortKey): readonly [ascending: string, descending: string] {
  return FIELDS[key].sort;
}

/** All fields, in their order. */
export const FIELD_KEYS = Object.keys(FIELDS) as readonly FieldKey[];

export const CHOICE_KEYS = FIELD_KEYS.filter((key): key is ChoiceKey => fieldOf(key).filter === 'choice');
export const FLAG_KEYS = FIELD_KEYS.filter((key): key is FlagKey => fieldOf(key).filter === 'flag');
/** All filters, in the order in which the screen offers them. */
export const FILTER_KEYS = FIELD_KEYS.filter(
  (key): key is ChoiceKey | FlagKey => fieldOf(key).filter !== undefined,
).toSorted((a, b) => placeOf(a) - placeOf(b));
export const FACETS = FILTER_KEYS.filter((key): key is Facet => fieldOf(key).facet === true);
export const SORT_KEYS = FIELD_KEYS.filter((key): key is SortKey => fieldOf(key).sort !== undefined);
export const COLUMNS = FIELD_KEYS.filter((key): key is Column => fieldOf(key).column !== undefined);
export const RECORDED_KEYS = FIELD_KEYS.filter(
  (key): key is RecordedKey => fieldOf(key).recorded !== undefined,
);
export const PERSONAL_KEYS = FIELD_KEYS.filter((key) => fieldOf(key).personal === true);

/** Whether a query key takes yes or no, and so no values to leave out: each is the other's opposite. */
export function isFlag(key: FieldKey): key is FlagKey {
  return fieldOf(key).filter === 'flag';
}

/** Place of a filter among the others; one that has none comes last. */
function placeOf(key: FieldKey): number {
  return fieldOf(key).panel ?? FIELD_KEYS.length;
}
