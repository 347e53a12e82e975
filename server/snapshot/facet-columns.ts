import {
  CHOICE_KEYS,
  type ChoiceKey,
  FLAG_KEYS,
  type FlagKey,
  fieldOf,
  labelReader,
  NONE,
  type Ticket,
  valueReader,
} from '../../contract/index.ts';
import { type Codes, codeTexts, countCodes, makeCodes, translate } from './codes.ts';
import { sortInSteps } from './merge-sort.ts';
import { inSlices, type Steps } from './steps.ts';
import { compareTexts } from './text-order.ts';

/** One value of a field: what the query key takes, and how people call it. */
interface FieldEntry {
  readonly value: string;
  readonly label: string;
}

/** A field's values in the order they are shown, and which one each ticket has. */
export interface FacetColumn {
  readonly entries: readonly FieldEntry[];
  /** A position in `entries` for every ticket; the length of `entries` for one that has none of them. */
  readonly codes: Codes;
  /** For each code how many tickets have it, for that of none of `entries` too. */
  readonly totals: Uint32Array;
  /** The opposite of `entries[code].value`. */
  readonly codeOf: ReadonlyMap<string, number>;
}

/** The fields that a query filters by their values, those that are counted and those that are not. */
export type FilteredKey = ChoiceKey | FlagKey;

export const FILTERED_KEYS: readonly FilteredKey[] = [...FLAG_KEYS, ...CHOICE_KEYS];

/** A column whose tickets are not counted yet. */
type UncountedColumn = Omit<FacetColumn, 'totals'>;

export type FacetColumns = { readonly [Name in FilteredKey]: FacetColumn };

/** The columns of all fields that tickets are filtered by. Ages count up to `takenAt`, epoch milliseconds. */
export function* buildFacetColumns(tickets: readonly Ticket[], takenAt: number): Steps<FacetColumns> {
  const columns: Partial<Record<FilteredKey, FacetColumn>> = {};
  for (const key of FILTERED_KEYS) {
    const { values } = fieldOf(key);
    const column =
      values === undefined
        ? yield* buildOpenColumn(tickets, takenAt, key)
        : yield* buildClosedColumn(tickets, takenAt, key, values);
    columns[key] = { ...column, totals: yield* countCodes(column.codes, column.entries.length + 1) };
  }
  return columns as FacetColumns;
}

/** A column of all values that there can be, whether a ticket has them or not. */
function* buildClosedColumn(
  tickets: readonly Ticket[],
  takenAt: number,
  key: FilteredKey,
  entries: readonly FieldEntry[],
): Steps<UncountedColumn> {
  const read = valueReader(key);
  const codeOf = codesByValue(entries);
  const codes = makeCodes(tickets.length, entries.length);
  yield* inSlices(tickets.length, (from, to) => {
    for (let position = from; position < to; position++) {
      const value = read(tickets[position] as Ticket, takenAt);
      codes[position] = (value === null ? undefined : codeOf.get(value)) ?? entries.length;
    }
  });
  return { entries, codes, codeOf };
}

/** A column of the values that tickets have. */
function* buildOpenColumn(
  tickets: readonly Ticket[],
  takenAt: number,
  key: FilteredKey,
): Steps<UncountedColumn> {
  const read = valueReader(key);
  const label = labelReader(key);
  const coded = yield* codeTexts(tickets, (ticket) => read(ticket, takenAt));
  const entries = coded.texts.map((value, code) => {
    // One e-mail may come under several names, as after a marriage: the newest ticket knows best.
    const newest = tickets[coded.lastSeen[code] as number] as Ticket;
    return { value, label: label(newest, takenAt) ?? fieldOf(key).none ?? value };
  });
  const ordered = yield* sortEntries(entries, firstValues(key));
  const codeOf = codesByValue(ordered);
  const newCodes = coded.texts.map((value) => codeOf.get(value) as number);
  const codes = translate(coded.codes, (code) => newCodes[code] ?? ordered.length, ordered.length);
  return { entries: ordered, codes, codeOf };
}

/** The values that stand first: nobody, or what the vendor documents, what matters most at the top. */
function firstValues(key: FilteredKey): readonly string[] {
  const { known, none } = fieldOf(key);
  if (known === undefined) return none === undefined ? [] : [NONE];
  return known.unknown === 'before' ? known.values.toReversed() : known.values;
}

/** The values of `first` as they stand there, then the others by label, ignoring case, then by value. */
function* sortEntries(entries: readonly FieldEntry[], first: readonly string[]): Steps<FieldEntry[]> {
  const keyed = entries.map((entry) => {
    const place = first.indexOf(entry.value);
    return { entry, place: place === -1 ? first.length : place, label: entry.label.toLowerCase() };
  });
  const sorted = yield* sortInSteps(
    keyed,
    (a, b) =>
      a.place - b.place || compareTexts(a.label, b.label) || compareTexts(a.entry.value, b.entry.value),
  );
  return sorted.map(({ entry }) => entry);
}

function codesByValue(entries: readonly FieldEntry[]): ReadonlyMap<string, number> {
  return new Map(entries.map((entry, code) => [entry.value, code]));
}
