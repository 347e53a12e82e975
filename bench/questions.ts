import {
  AGE_BANDS,
  DEFAULT_QUERY,
  DEFAULT_SORT,
  formatSort,
  PRIORITIES,
  SORT_KEYS,
  type SortTerm,
  STATUSES,
  type Ticket,
  type TicketQuery,
} from '../contract/index.ts';
import { BENCH_NOW, mulberry32 } from './tickets.ts';

type Random = () => number;

/** Queries with one to four filters on different keys, no two with the same filters. */
export function makeFilters(count: number, tickets: readonly Ticket[]): TicketQuery[] {
  const random = mulberry32(1);
  return distinct(count, JSON.stringify, () => {
    const query = { ...DEFAULT_QUERY };
    const filters = 1 + Math.floor(random() * 4);
    for (let filter = 0; filter < filters; filter++) Object.assign(query, makeFilter(tickets, random));
    return query;
  });
}

/** Queries with the same filters, and one status excluded besides. */
export function makeExclusions(queries: readonly TicketQuery[]): TicketQuery[] {
  return queries.map((query, index) => {
    const status = STATUSES[index % STATUSES.length] as string;
    return { ...query, not: { ...query.not, status: [status] } };
  });
}

/**
 * Queries that let every ticket through, and yet are all different: the most there can be to count.
 *
 * @param from how many of them others have taken
 */
export function makeOpenQueries(count: number, from = 0): TicketQuery[] {
  return Array.from({ length: count }, (_, index) => ({
    ...DEFAULT_QUERY,
    deleted: 'include',
    issuedFrom: new Date((from + index) * 1_000).toISOString(),
  }));
}

/** Orders by one to three keys, no two the same and none the default. */
export function makeSorts(count: number): (readonly SortTerm[])[] {
  const random = mulberry32(2);
  const sorts = distinct(count + 1, formatSort, () => {
    const keys = distinct(1 + Math.floor(random() * 3), String, () => pick(SORT_KEYS, random));
    return keys.map((key) => ({ key, descending: random() < 0.5 }));
  });
  return sorts.filter((sort) => formatSort(sort) !== formatSort(DEFAULT_SORT)).slice(0, count);
}

/** Parts of words that occur in descriptions, of three to nine letters, as somebody typing would leave them. */
export function makeWords(count: number, tickets: readonly Ticket[]): string[] {
  const random = mulberry32(3);
  return distinct(count, String, () => {
    const words = (pick(tickets, random).description ?? '').split(' ').filter((word) => word.length >= 3);
    return words.length === 0 ? '' : pick(words, random).slice(0, 3 + Math.floor(random() * 7));
  });
}

function makeFilter(tickets: readonly Ticket[], random: Random): Partial<TicketQuery> {
  const some = <Value>(values: readonly Value[]) =>
    distinct(1 + Math.floor(random() * 3), String, () => pick(values, random));
  const ticket = pick(tickets, random);
  const choices: readonly (() => Partial<TicketQuery>)[] = [
    () => ({ overdue: random() < 0.5 }),
    () => ({ status: some(STATUSES) }),
    () => ({ priority: some(PRIORITIES) }),
    () => ({ type: [ticket.type ?? ''] }),
    () => ({ assignee: [ticket.assignedUser?.email ?? 'none'] }),
    () => ({ segment: [ticket.currentSegment?.code ?? 'none'] }),
    () => ({ originSegment: [ticket.originSegment?.code ?? 'none'] }),
    () => ({ age: some(AGE_BANDS).map((band) => band.value) }),
    () => ({ issuedFrom: new Date(BENCH_NOW - Math.floor(random() * 4e10)).toISOString() }),
  ];
  return pick(choices, random)();
}

function distinct<Item>(count: number, keyOf: (item: Item) => string, make: () => Item): Item[] {
  const items = new Map<string, Item>();
  // Twenty tries an item: a small stock may not have as many different ones.
  for (let tries = 0; items.size < count && tries < 20 * count; tries++) {
    const item = make();
    items.set(keyOf(item), item);
  }
  return [...items.values()];
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item;
}
