import { type ChoiceKey, type Facets, type FacetValue, fieldOf, fold } from '../../../contract/index.ts';
import { nameKey } from './choice-values.ts';

/** A value with its names as they are compared. */
interface Folded {
  readonly known: FacetValue;
  readonly label: string;
  readonly value: string;
}

/** The values whose label or value has this text: those that begin with it first, then what most tickets have. */
export function matchingValues(key: ChoiceKey, facets: Facets, text: string): readonly FacetValue[] {
  const wanted = nameKey(text);
  const found = foldedValues(facets[key]).filter(
    ({ label, value }) => label.includes(wanted) || value.includes(wanted),
  );
  const [first, others] = [true, false].map((begins) =>
    found.filter(({ label }) => label.startsWith(wanted) === begins).map(({ known }) => known),
  );
  const byUse = (some: readonly FacetValue[] = []) =>
    isScale(key) ? some : some.toSorted((a, b) => b.count - a.count);
  return [...byUse(first), ...byUse(others)];
}

/** Whether a key's values have an order of their own. */
function isScale(key: ChoiceKey): boolean {
  const { known, values } = fieldOf(key);
  return (known ?? values) !== undefined;
}

/** Whether a word of the label begins like this. */
export function hasWord(label: string, beginning: string): boolean {
  const wanted = fold(beginning);
  return fold(label)
    .split(/[\s_/().-]+/)
    .some((word) => word.startsWith(wanted));
}

/** Cached as long as the list: it is searched at every letter that is typed. */
const folded = new WeakMap<readonly FacetValue[], readonly Folded[]>();

function foldedValues(values: readonly FacetValue[]): readonly Folded[] {
  const made = folded.get(values);
  if (made !== undefined) return made;
  const all = values.map((known) => ({ known, label: nameKey(known.label), value: nameKey(known.value) }));
  folded.set(values, all);
  return all;
}
