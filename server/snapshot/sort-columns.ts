import { fieldOf, labelReader, SORT_KEYS, type SortKey, type Ticket } from '../../contract/index.ts';
import { codeTexts, type RankColumn, translate } from './codes.ts';
import { type DateColumns, rankInstants } from './date-columns.ts';
import type { FacetColumn, FacetColumns } from './facet-columns.ts';
import type { Steps } from './steps.ts';
import { rankTexts } from './text-order.ts';

/** Tickets lie by ascending id in a snapshot, so `id` needs no column. */
type RankedKey = Exclude<SortKey, 'id'>;

export type SortColumns = { readonly [Key in RankedKey]: RankColumn };

/** The input of sort columns. */
interface Sources {
  readonly tickets: readonly Ticket[];
  readonly facets: FacetColumns;
  readonly dates: DateColumns;
}

export function* buildSortColumns(sources: Sources): Steps<SortColumns> {
  const columns: Partial<Record<RankedKey, RankColumn>> = {};
  for (const key of SORT_KEYS) {
    if (key !== 'id') columns[key] = yield* rankField(key, sources);
  }
  return columns as SortColumns;
}

function* rankField(key: RankedKey, { tickets, facets, dates }: Sources): Steps<RankColumn> {
  if (key in dates) return yield* rankInstants(dates[key as keyof DateColumns]);
  const { kind, known, values } = fieldOf(key);
  const facet = key in facets ? facets[key as keyof FacetColumns] : null;
  if (facet !== null && known !== undefined) return yield* rankKnown(facet, known);
  if (facet !== null && values !== undefined) {
    // No comes before yes, and the first of a set before its last.
    const places = values.map((_, index) => (kind === 'flag' ? values.length - 1 - index : index));
    return fromCodes(facet, places, values.length);
  }
  return yield* rankLabels(tickets, labelReader(key));
}

/** In the order of their meaning, with values that nobody documents before or after them, by name. */
function* rankKnown(
  facet: FacetColumn,
  { values, unknown }: NonNullable<ReturnType<typeof fieldOf>['known']>,
): Steps<RankColumn> {
  const names = facet.entries.map(({ value }) => value).filter((value) => !values.includes(value));
  const { ranks, count } = yield* rankTexts(names);
  const rankOf = new Map(names.map((name, index) => [name, ranks[index] as number]));
  const [firstKnown, firstUnknown] = unknown === 'before' ? [count, 0] : [0, values.length];
  const places = facet.entries.map(({ value }) => {
    const rank = rankOf.get(value);
    return rank === undefined ? firstKnown + values.indexOf(value) : firstUnknown + rank;
  });
  return fromCodes(facet, places, values.length + count);
}

/**
 * By label and not by the facet's value: a label is what the reader sees in the column, and tickets with
 * the same e-mail can show different names.
 */
function* rankLabels(tickets: readonly Ticket[], labelOf: ReturnType<typeof labelReader>): Steps<RankColumn> {
  const { texts, codes } = yield* codeTexts(tickets, (ticket) => labelOf(ticket, 0));
  const { ranks, count } = yield* rankTexts(texts);
  return { ranks: translate(codes, (code) => ranks[code] ?? count, count), missing: count };
}

function fromCodes(facet: FacetColumn, ranks: ArrayLike<number>, missing: number): RankColumn {
  return { ranks: translate(facet.codes, (code) => ranks[code] ?? missing, missing), missing };
}
