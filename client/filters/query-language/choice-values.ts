import {
  AGE_BANDS,
  type ChoiceKey,
  type Facets,
  type FacetValue,
  fieldOf,
  fold,
  NONE,
  withSingleBlanks,
} from '../../../contract/index.ts';
import { nameOfAbsent } from '../../format/value-labels.ts';
import { closest } from './closest.ts';
import { type QueryValue, quote } from './lex.ts';

/** Most candidates named in an error. */
const MAX_LISTED = 4;

/** Meaning of a typed value for a key, or the reason why it has none. */
export type Meaning =
  | { readonly value: string }
  | {
      /** To be read after the key: `has no value …`. */
      readonly problem: string;
      /** The value probably meant, as it would be typed; null where nothing is near. */
      readonly instead: string | null;
    };

type ValueText = Pick<QueryValue, 'text' | 'quoted' | 'exact'>;

/**
 * Reads a typed value: one that the tickets have, by value or label and ignoring case; one that the vendor
 * documents; or, after `=`, that very text. Statuses, priorities and types are open sets: any in quotes goes.
 *
 * @param facets null while they are not known: then nothing can be refused, but for ages
 */
export function readChoice(key: ChoiceKey, typed: ValueText, facets: Facets | null): Meaning {
  const value = meantValue(key, typed, facets);
  if (value !== null) return { value };
  const known = facets?.[key] ?? [];
  const same = valuesByName(known).get(nameKey(typed.text)) ?? [];
  return same.length > 1 ? ambiguous(key, typed.text, same, known) : unknown(key, typed.text, known);
}

/** The value that is meant, as {@link readChoice} takes it; null where it means none. */
export function meantValue(
  key: ChoiceKey,
  { text, quoted, exact }: ValueText,
  facets: Facets | null,
): string | null {
  if (exact && key !== 'age') return text;
  const name = nameKey(text);
  const same = valuesByName(facets?.[key] ?? []).get(name) ?? [];
  if (same.includes(text)) return text;
  const [only] = same;
  if (only !== undefined) return same.length === 1 ? only : null;
  const documented = documentedValues(key).find((value) => nameKey(value) === name);
  if (documented !== undefined) return documented;
  const tolerated = facets === null || (quoted && isOpenSet(key));
  return tolerated && key !== 'age' ? text : null;
}

/** The shortest text that {@link readChoice} takes for this very value, the name that people know before others. */
export function writeChoice(key: ChoiceKey, value: string, facets: Facets | null): string {
  const label = facets?.[key].find((known) => known.value === value)?.label ?? value;
  const name = documentedValues(key).includes(value) ? value.toLowerCase() : label;
  const ways = [name, value].flatMap((text) => [
    ...(isBare(text) ? [{ text, quoted: false }] : []),
    { text, quoted: true },
  ]);
  const way = ways.find((typed) => {
    return meantValue(key, { ...typed, exact: false }, facets) === value;
  });
  if (way === undefined) return `=${bareOrQuoted(value)}`;
  return way.quoted ? quote(way.text) : way.text;
}

/** The form in which names are compared. A search field drops line breaks, so they tell nothing apart. */
export function nameKey(text: string): string {
  return withSingleBlanks(fold(text.replace(/[\r\n]/g, '')));
}

/** The closed or documented values of a key. */
function documentedValues(key: ChoiceKey): readonly string[] {
  const { known, values, none } = fieldOf(key);
  return known?.values ?? values?.map(({ value }) => value) ?? (none === undefined ? [] : [NONE]);
}

/** Whether a value that no ticket has is still one: statuses, priorities and types are open sets. */
function isOpenSet(key: ChoiceKey): boolean {
  return fieldOf(key).kind === 'text';
}

function isBare(text: string): boolean {
  return /^[^\s,"“”„=][^\s,]*$/.test(text);
}

/** The values by name, cached as long as their list. */
const names = new WeakMap<readonly FacetValue[], ReadonlyMap<string, readonly string[]>>();

function valuesByName(known: readonly FacetValue[]): ReadonlyMap<string, readonly string[]> {
  const made = names.get(known);
  if (made !== undefined) return made;
  const byName = new Map<string, string[]>();
  for (const { value, label } of known) {
    for (const name of new Set([nameKey(value), nameKey(label)])) {
      const values = byName.get(name);
      if (values) values.push(value);
      else byName.set(name, [value]);
    }
  }
  names.set(known, byName);
  return byName;
}

function ambiguous(
  key: ChoiceKey,
  text: string,
  same: readonly string[],
  known: readonly FacetValue[],
): Meaning {
  const told = same.slice(0, MAX_LISTED).map((value) => {
    const label = known.find((one) => one.value === value)?.label ?? nameOfAbsent(key, value);
    return label === value ? value : `${value} (${label})`;
  });
  const more = same.length - told.length;
  return {
    problem: `has several values called “${text}”: ${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    instead: same[0] === undefined ? null : bareOrQuoted(same[0]),
  };
}

function unknown(key: ChoiceKey, text: string, known: readonly FacetValue[]): Meaning {
  const candidates = new Set([
    ...documentedValues(key).map((value) => value.toLowerCase()),
    ...known.flatMap(({ value, label }) => [label, value]),
  ]);
  const near = bandOf(key, text) ?? closest(text, candidates);
  const isClosed = fieldOf(key).values !== undefined;
  const all = isClosed ? documentedValues(key) : known.slice(0, MAX_LISTED).map(({ label }) => label);
  const more = known.length > all.length ? ' and others' : '';
  const hint = near === null && all.length > 0 ? `; it has ${all.join(', ')}${more}` : '';
  return { problem: `has no value “${text}”${hint}`, instead: near === null ? null : bareOrQuoted(near) };
}

/** The band of a number of days, which somebody may type who does not know the bands. */
function bandOf(key: ChoiceKey, text: string): string | null {
  if (key !== 'age' || !/^\d{1,6}$/.test(text)) return null;
  return AGE_BANDS.find(({ from, to }) => Number(text) >= from && Number(text) < to)?.value ?? null;
}

function bareOrQuoted(text: string): string {
  return isBare(text) ? text : quote(text);
}
