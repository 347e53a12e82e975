import type { ColumnTerm } from './columns.ts';
import { CHOICE_KEYS, type ChoiceKey, type ChoiceValue, FLAG_KEYS, type FlagKey } from './field-keys.ts';
import { DEFAULT_SORT, type SortTerm } from './sort.ts';

/** The page sizes that the screen offers; the API takes any from 1 to the last. */
export const PAGE_SIZES = [25, 50, 100, 200] as const;

/** The choices for soft-deleted tickets in a list. */
export const DELETED = ['exclude', 'include', 'only'] as const;

/** The most tickets that a query may name by their ids. */
export const MAX_IDS = 2_000;

/** The values that a ticket must have one of, by key; none means any. */
type Choices = { readonly [Key in ChoiceKey]: readonly ChoiceValue<Key>[] };

/** Conditions that hold or do not hold of a ticket, by key; null means either. */
type Flags = { readonly [Key in FlagKey]: boolean | null };

/**
 * A query for a workspace's tickets: everything that an address bar or a request holds. Filters of
 * different keys must all hold; values of one key are alternatives, and none means "any". A value under
 * `not` excludes the tickets that have it, whatever the other filters; one without any value stays.
 */
export interface TicketQuery extends Choices, Flags {
  /** From 1. A page past the end is empty. */
  readonly page: number;
  /** 1 to 200. */
  readonly perPage: number;
  /** Never empty. */
  readonly sort: readonly SortTerm[];
  /** Words that must all occur somewhere in a ticket; '' for no search. */
  readonly q: string;
  /** The values that a ticket must not have, by key; written with a `-` before the value. */
  readonly not: { readonly [Key in ChoiceKey]: readonly string[] };
  /** These tickets alone, at most {@link MAX_IDS}; empty for any. */
  readonly ids: readonly number[];
  /**
   * The tickets of the same customer as this ticket's: the same e-mail, else the same name, ignoring case.
   * By a ticket's id, so that no address and no log holds a customer's e-mail. Null for any customer.
   */
  readonly customerOf: number | null;
  /** Only what was created or updated at this instant (ISO 8601) or later; null for any. */
  readonly changedSince: string | null;
  /** A day, an instant or a day counted from today, as written; see `startOf` and `endOf`. */
  readonly issuedFrom: string | null;
  readonly issuedTo: string | null;
  readonly deleted: (typeof DELETED)[number];
  /** The columns of a table or a file, in their order; null for the usual ones. A list has all fields. */
  readonly columns: readonly ColumnTerm[] | null;
  /** The snapshot to read from; null for the newest. */
  readonly at: number | null;
  /** An older snapshot: the answer marks what has changed since then; null for no marks. */
  readonly since: number | null;
}

const NO_CHOICES = Object.fromEntries(CHOICE_KEYS.map((key) => [key, []])) as unknown as Choices;
const NO_FLAGS = Object.fromEntries(FLAG_KEYS.map((key) => [key, null])) as unknown as Flags;

/** The query of a request without any key. */
export const DEFAULT_QUERY: TicketQuery = {
  page: 1,
  perPage: 50,
  sort: DEFAULT_SORT,
  q: '',
  ...NO_FLAGS,
  ...NO_CHOICES,
  not: NO_CHOICES,
  ids: [],
  customerOf: null,
  changedSince: null,
  issuedFrom: null,
  issuedTo: null,
  deleted: 'exclude',
  columns: null,
  at: null,
  since: null,
};
