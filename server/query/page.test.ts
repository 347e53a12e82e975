import { describe, expect, it } from 'vitest';
import { DEFAULT_QUERY } from '../../contract/index.ts';
import { makeSnapshot } from '../snapshot/testing/make-snapshot.ts';
import { listTickets, matchingTickets } from './index.ts';

const SNAPSHOT = makeSnapshot(Array.from({ length: 5 }, () => ({})));

describe('pages', () => {
  it('follow each other without gap or overlap, the last one shorter', () => {
    expect(pageOf(1)).toEqual([1, 2]);
    expect(pageOf(2)).toEqual([3, 4]);
    expect(pageOf(3)).toEqual([5]);
  });

  it('are empty past the end, with the right totals', () => {
    const { tickets, page } = listTickets(SNAPSHOT, { ...DEFAULT_QUERY, page: 1_000_000_000, perPage: 2 });
    expect(tickets).toEqual([]);
    expect(page).toEqual({ number: 1_000_000_000, perPage: 2, total: 5, pages: 3 });
  });

  it('are none where nothing matches, and where there are no tickets at all', () => {
    const nothing = { number: 1, perPage: 50, total: 0, pages: 0 };
    expect(listTickets(SNAPSHOT, { ...DEFAULT_QUERY, q: 'nothing' }).page).toEqual(nothing);
    expect(listTickets(makeSnapshot([]), DEFAULT_QUERY).page).toEqual(nothing);
  });

  it('do not matter where all matches are asked for', () => {
    const all = [...matchingTickets(SNAPSHOT, { ...DEFAULT_QUERY, page: 2, perPage: 2 }).tickets];
    expect(all.map((ticket) => ticket.id)).toEqual([1, 2, 3, 4, 5]);
  });

  it('stay as they were for a reader of all matches while others ask other questions', () => {
    const reader = matchingTickets(SNAPSHOT, DEFAULT_QUERY).tickets[Symbol.iterator]();
    reader.next();
    for (let id = 1; id <= 40; id++) listTickets(SNAPSHOT, { ...DEFAULT_QUERY, q: `no-${id}` });
    expect(reader.next().value?.id).toBe(2);
  });
});

function pageOf(page: number): number[] {
  return listTickets(SNAPSHOT, { ...DEFAULT_QUERY, page, perPage: 2 }).tickets.map((ticket) => ticket.id);
}
