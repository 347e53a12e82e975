import { DEFAULT_SORT, isDeleted, type Ticket } from '../../contract/index.ts';
import { buildCustomerColumn, type CustomerColumn } from './customer-column.ts';
import { buildDateColumns, latestChanges } from './date-columns.ts';
import { buildFacetColumns, type FacetColumns } from './facet-columns.ts';
import { buildFacetGroups, type FacetGroup } from './facet-groups.ts';
import { orderInSteps } from './order.ts';
import { buildSearchIndex, type SearchIndex } from './search-index.ts';
import { buildSortColumns, type SortColumns } from './sort-columns.ts';
import { inSlices, type Steps } from './steps.ts';

/** The data that queries are answered from: one value a ticket and column, at the ticket's position. */
export interface Columns {
  readonly count: number;
  /** Of every field that is filtered by its values, whether they are counted or not. */
  readonly facets: FacetColumns;
  readonly facetGroups: readonly FacetGroup[];
  /** The issue date in epoch milliseconds, NaN where there is none. */
  readonly issued: Float64Array;
  /** The instant at which a ticket was created or updated last, in epoch milliseconds, NaN where neither is known. */
  readonly changed: Float64Array;
  readonly customers: CustomerColumn;
  /** 1 for a deleted ticket, else 0. */
  readonly deleted: Uint8Array;
  readonly sorts: SortColumns;
  /** All positions in the default order: what nearly every page is read from. */
  readonly defaultOrder: Uint32Array;
  readonly search: SearchIndex;
}

/** Builds all columns over tickets that lie by ascending id. Ages count up to `takenAt`, epoch ms. */
export function* buildColumns(tickets: readonly Ticket[], takenAt: number): Steps<Columns> {
  const count = tickets.length;
  const dates = yield* buildDateColumns(tickets);
  const facets = yield* buildFacetColumns(tickets, takenAt);
  const facetGroups = yield* buildFacetGroups(facets, count);
  const sorts = yield* buildSortColumns({ tickets, facets, dates });
  const changed = yield* latestChanges(dates);
  const customers = yield* buildCustomerColumn(tickets);
  const deleted = yield* markDeleted(tickets);
  const defaultOrder = yield* orderInSteps({ count, sorts }, DEFAULT_SORT);
  const search = yield* buildSearchIndex(tickets);
  return {
    count,
    facets,
    facetGroups,
    issued: dates.issueDate,
    changed,
    customers,
    deleted,
    sorts,
    defaultOrder,
    search,
  };
}

function* markDeleted(tickets: readonly Ticket[]): Steps<Uint8Array> {
  const deleted = new Uint8Array(tickets.length);
  yield* inSlices(tickets.length, (from, to) => {
    for (let position = from; position < to; position++) {
      deleted[position] = isDeleted(tickets[position] as Ticket) ? 1 : 0;
    }
  });
  return deleted;
}
