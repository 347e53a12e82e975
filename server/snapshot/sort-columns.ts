import {
  customerLabel,
  PRIORITIES,
  personLabel,
  type SortKey,
  STATUSES,
  segmentLabel,
  type Ticket,
} from '../../contract/index.ts';
import { codeTexts, type RankColumn, translate } from './codes.ts';
import { type DateColumns, rankInstants } from './date-columns.ts';
import type { FacetColumn, FacetColumns } from './facet-columns.ts';
import type { Steps } from './steps.ts';
import { rankTexts } from './text-order.ts';

/** Tickets lie by ascending id in a snapshot, so `id` needs no column. */
export type SortColumns = { readonly [Key in Exclude<SortKey, 'id'>]: RankColumn };

export function* buildSortColumns(
  tickets: readonly Ticket[],
  facets: FacetColumns,
  dates: DateColumns,
): Steps<SortColumns> {
  return {
    overdue: fromCodes(facets.overdue, [1, 0], 2),
    priority: yield* rankPriorities(facets.priority),
    status: yield* rankStatuses(facets.status),
    type: yield* rankTypes(facets.type),
    issueDate: yield* rankInstants(dates.issued),
    createdAt: yield* rankInstants(dates.created),
    updatedAt: yield* rankInstants(dates.updated),
    customer: yield* rankLabels(tickets, customerLabel),
    assignee: yield* rankLabels(tickets, (ticket) => personLabel(ticket.assignedUser)),
    segment: yield* rankLabels(tickets, (ticket) => segmentLabel(ticket.currentSegment)),
    originSegment: yield* rankLabels(tickets, (ticket) => segmentLabel(ticket.originSegment)),
  };
}

/** By urgency, with unknown ones below the least urgent. */
function* rankPriorities(facet: FacetColumn): Steps<RankColumn> {
  const unknown = yield* rankUnknown(facet, PRIORITIES);
  const ranks = facet.entries.map(({ value }) => {
    const place = (PRIORITIES as readonly string[]).indexOf(value);
    return unknown.rankOf.get(value) ?? unknown.count + place;
  });
  return fromCodes(facet, ranks, unknown.count + PRIORITIES.length);
}

/** Along a ticket's life, with unknown ones after its end. */
function* rankStatuses(facet: FacetColumn): Steps<RankColumn> {
  const unknown = yield* rankUnknown(facet, STATUSES);
  const ranks = facet.entries.map(({ value }) => {
    const rank = unknown.rankOf.get(value);
    return rank === undefined ? (STATUSES as readonly string[]).indexOf(value) : STATUSES.length + rank;
  });
  return fromCodes(facet, ranks, STATUSES.length + unknown.count);
}

function* rankTypes(facet: FacetColumn): Steps<RankColumn> {
  const { ranks, count } = yield* rankTexts(facet.entries.map(({ value }) => value));
  return fromCodes(facet, ranks, count);
}

/** The values of a facet that are not in `known`, by name. */
function* rankUnknown(
  facet: FacetColumn,
  known: readonly string[],
): Steps<{ rankOf: ReadonlyMap<string, number>; count: number }> {
  const names = facet.entries.map(({ value }) => value).filter((value) => !known.includes(value));
  const { ranks, count } = yield* rankTexts(names);
  return { rankOf: new Map(names.map((name, index) => [name, ranks[index] as number])), count };
}

/**
 * By label and not by the facet's value: a label is what the reader sees in the column, and tickets with
 * the same e-mail can show different names.
 */
function* rankLabels(
  tickets: readonly Ticket[],
  labelOf: (ticket: Ticket) => string | null,
): Steps<RankColumn> {
  const { texts, codes } = yield* codeTexts(tickets, labelOf);
  const { ranks, count } = yield* rankTexts(texts);
  return { ranks: translate(codes, (code) => ranks[code] ?? count, count), missing: count };
}

function fromCodes(facet: FacetColumn, ranks: ArrayLike<number>, missing: number): RankColumn {
  return { ranks: translate(facet.codes, (code) => ranks[code] ?? missing, missing), missing };
}
