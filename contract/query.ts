import type { AgeBand } from './age.ts';
import { DEFAULT_SORT, type SortTerm } from './sort.ts';

/** The page sizes that the screen offers; the API takes any from 1 to the last. */
export const PAGE_SIZES = [25, 50, 100, 200] as const;

/** Which soft-deleted tickets a list has. */
export const DELETED = ['exclude', 'include', 'only'] as const;

/**
 * A question about a workspace's tickets: everything that an address bar or a request holds. Filters of
 * different keys must all hold; values of one key are alternatives, and none means "any".
 */
export interface TicketQuery {
  /** From 1. A page past the end is empty. */
  readonly page: number;
  /** 1 to 200. */
  readonly perPage: number;
  /** Never empty. */
  readonly sort: readonly SortTerm[];
  /** Words that must all occur somewhere in a ticket; '' for no search. */
  readonly q: string;
  readonly overdue: boolean | null;
  readonly status: readonly string[];
  readonly priority: readonly string[];
  readonly type: readonly string[];
  /** E-mails, or `none`. */
  readonly assignee: readonly string[];
  /** Codes, or `none`. */
  readonly segment: readonly string[];
  readonly originSegment: readonly string[];
  readonly age: readonly AgeBand[];
  /** A day or an instant, as written; see `startOf` and `endOf`. */
  readonly issuedFrom: string | null;
  readonly issuedTo: string | null;
  readonly deleted: (typeof DELETED)[number];
  /** The snapshot to read from; null for the newest. */
  readonly at: number | null;
  /** An older snapshot: the answer marks what has changed since then; null for no marks. */
  readonly since: number | null;
}

/** What a request without any key asks for. */
export const DEFAULT_QUERY: TicketQuery = {
  page: 1,
  perPage: 50,
  sort: DEFAULT_SORT,
  q: '',
  overdue: null,
  status: [],
  priority: [],
  type: [],
  assignee: [],
  segment: [],
  originSegment: [],
  age: [],
  issuedFrom: null,
  issuedTo: null,
  deleted: 'exclude',
  at: null,
  since: null,
};
