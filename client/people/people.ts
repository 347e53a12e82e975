import { DAY_MS, fold, type Summary } from '../../contract/index.ts';

/** Somebody who has tickets, or nobody. */
export interface Person {
  /** What the query key takes. */
  readonly value: string;
  readonly name: string;
  /** How many open tickets there are, and of them how many late, and critical or high. */
  readonly open: number;
  readonly overdue: number;
  readonly urgent: number;
  /** When the oldest of them was issued, an ISO instant; null when none has a date. */
  readonly oldest: string | null;
}

/** The columns that hold numbers of tickets. */
export const MEASURES = ['open', 'overdue', 'urgent'] as const;

export type Measure = (typeof MEASURES)[number];

/** The columns, in their order. */
export const PEOPLE_COLUMNS = ['name', ...MEASURES, 'oldest'] as const;

export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

export interface PeopleSort {
  readonly column: PeopleColumn;
  readonly descending: boolean;
}

/** Who is late with most. */
export const LATEST_FIRST: PeopleSort = { column: 'overdue', descending: true };

/** Everybody whom the snapshot knows, those without tickets too, from the open tickets counted by assignee. */
export function listPeople({ axes, cells }: Summary): readonly Person[] {
  const cellOf = new Map(cells.map((cell) => [cell.at[0], cell]));
  return (axes[0]?.values ?? []).map(({ value, label }, index) => {
    const cell = cellOf.get(index);
    return {
      value,
      name: label,
      open: cell?.count ?? 0,
      overdue: cell?.overdue ?? 0,
      urgent: cell?.urgent ?? 0,
      oldest: cell?.oldest ?? null,
    };
  });
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Sorted by a column; equal ones by how many open tickets they have, then by name. Who has no oldest ticket comes last. */
export function sortPeople(people: readonly Person[], { column, descending }: PeopleSort): readonly Person[] {
  const sign = descending ? -1 : 1;
  return people.toSorted(
    (a, b) =>
      compareBy(column, a, b, sign) ||
      b.open - a.open ||
      collator.compare(a.name, b.name) ||
      collator.compare(a.value, b.value),
  );
}

function compareBy(column: PeopleColumn, a: Person, b: Person, sign: number): number {
  if (column === 'name') return sign * collator.compare(a.name, b.name);
  if (column !== 'oldest') return sign * (a[column] - b[column]);
  if (a.oldest === null || b.oldest === null) return Number(a.oldest === null) - Number(b.oldest === null);
  // The earlier the date, the higher the age.
  return sign * (Date.parse(b.oldest) - Date.parse(a.oldest));
}

/** The order after a click on a column's head: the other way round, or what one looks for first in it. */
export function nextPeopleSort(sort: PeopleSort, column: PeopleColumn): PeopleSort {
  return { column, descending: sort.column === column ? !sort.descending : column !== 'name' };
}

/** Those whose name or e-mail has these letters. */
export function findPeople(people: readonly Person[], needle: string): readonly Person[] {
  const letters = fold(needle.trim());
  return people.filter(({ name, value }) => fold(`${name}\n${value}`).includes(letters));
}

/** How old something is as a share of the oldest of all, for a bar: 0 to 1. */
export function shareOfAge(oldest: string | null, most: string | null, now: number): number {
  if (oldest === null || most === null) return 0;
  return Math.max(0, now - Date.parse(oldest)) / Math.max(DAY_MS, now - Date.parse(most));
}
