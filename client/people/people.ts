import { DAY_MS, fold, type Summary } from '../../contract/index.ts';

/** An assignee, or nobody, with numbers of tickets. */
export interface AssigneeCounts {
  /** Value of the query key. */
  readonly value: string;
  readonly name: string;
  /** Number of open tickets, and of the overdue and the critical or high among them. */
  readonly open: number;
  readonly overdue: number;
  readonly urgent: number;
  /** Issue date of the oldest open ticket, an ISO instant; null when none has a date. */
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

/** Most overdue tickets first. */
export const LATEST_FIRST: PeopleSort = { column: 'overdue', descending: true };

/** All assignees of the snapshot, even without open tickets, from the open tickets counted by assignee. */
export function listPeople({ axes, cells }: Summary): readonly AssigneeCounts[] {
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

/** Sorts by a column, then by open tickets, then by name. People without an oldest ticket come last. */
export function sortPeople(
  people: readonly AssigneeCounts[],
  { column, descending }: PeopleSort,
): readonly AssigneeCounts[] {
  const sign = descending ? -1 : 1;
  return people.toSorted(
    (a, b) =>
      compareBy(column, a, b, sign) ||
      b.open - a.open ||
      collator.compare(a.name, b.name) ||
      collator.compare(a.value, b.value),
  );
}

function compareBy(column: PeopleColumn, a: AssigneeCounts, b: AssigneeCounts, sign: number): number {
  if (column === 'name') return sign * collator.compare(a.name, b.name);
  if (column !== 'oldest') return sign * (a[column] - b[column]);
  if (a.oldest === null || b.oldest === null) return Number(a.oldest === null) - Number(b.oldest === null);
  // The earlier the date, the higher the age.
  return sign * (Date.parse(b.oldest) - Date.parse(a.oldest));
}

/** The order after a click on a column's head: reversed, or names ascending and numbers descending. */
export function nextPeopleSort(sort: PeopleSort, column: PeopleColumn): PeopleSort {
  return { column, descending: sort.column === column ? !sort.descending : column !== 'name' };
}

/** People with these letters in their name or e-mail. */
export function findPeople(people: readonly AssigneeCounts[], needle: string): readonly AssigneeCounts[] {
  const letters = fold(needle.trim());
  return people.filter(({ name, value }) => fold(`${name}\n${value}`).includes(letters));
}

/** Age as a share of the oldest ticket's, for a bar: 0 to 1. */
export function shareOfAge(oldest: string | null, most: string | null, now: number): number {
  if (oldest === null || most === null) return 0;
  return Math.max(0, now - Date.parse(oldest)) / Math.max(DAY_MS, now - Date.parse(most));
}
