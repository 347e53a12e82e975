import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, type Ticket } from '../../contract/index.ts';
import { buildSnapshot } from '../snapshot/snapshot.ts';
import { arbitraryTickets } from '../snapshot/testing/arbitrary-tickets.ts';
import { TAKEN_AT } from '../snapshot/testing/make-snapshot.ts';
import { compareSnapshots, listTickets, matchingTickets } from './index.ts';
import { arbitraryQuery } from './testing/arbitrary-queries.ts';
import { NaiveEngine } from './testing/naive-engine.ts';

const RUNS = { numRuns: 150 };

/** What a later read may find of a ticket. */
const fates = fc.array(fc.constantFrom('same', 'same', 'changed', 'gone'), { minLength: 60, maxLength: 60 });

describe('the query engine against a naive one, on random tickets and questions', () => {
  it('lists the same page with the same totals and facets', () => {
    fc.assert(
      fc.property(arbitraryTickets, fc.array(arbitraryQuery, { maxLength: 6 }), (tickets, queries) => {
        const snapshot = snapshotOf(tickets);
        const naive = new NaiveEngine(tickets, TAKEN_AT);
        for (const query of queries) expect(listTickets(snapshot, query)).toEqual(naive.list(query));
      }),
      RUNS,
    );
  });

  it('counts the same facets of a thousand tickets, whether few of them match, many or most', () => {
    fc.assert(
      fc.property(arbitraryTickets, fc.array(arbitraryQuery, { maxLength: 6 }), (tickets, queries) => {
        fc.pre(tickets.length > 0);
        const many = Array.from({ length: 1_200 }, (_, index) => {
          return { ...(tickets[index % tickets.length] as Ticket), id: index + 1 };
        });
        const snapshot = snapshotOf(many);
        const naive = new NaiveEngine(many, TAKEN_AT);
        for (const query of queries)
          expect(listTickets(snapshot, query).facets).toEqual(naive.list(query).facets);
      }),
      { numRuns: 30 },
    );
  });

  it('gives all matches in the same order, whatever the page', () => {
    fc.assert(
      fc.property(arbitraryTickets, arbitraryQuery, (tickets, query) => {
        const { total, tickets: found } = matchingTickets(snapshotOf(tickets), query);
        const all = [...found];
        expect(all).toEqual(new NaiveEngine(tickets, TAKEN_AT).matches(query));
        expect(total).toBe(all.length);
      }),
      RUNS,
    );
  });

  it('finds the same changes between two snapshots', () => {
    fc.assert(
      fc.property(
        arbitraryTickets,
        arbitraryTickets,
        fates,
        arbitraryQuery,
        (tickets, others, fate, query) => {
          const later = laterTickets(tickets, others, fate);
          const laterAt = TAKEN_AT + DAY_MS;
          const newer = buildSnapshot({
            number: 2,
            takenAt: laterAt,
            whole: true,
            total: null,
            tickets: later,
          });
          const changes = compareSnapshots(snapshotOf(tickets), newer, query);
          const naive = new NaiveEngine(tickets, TAKEN_AT);
          expect(changes).toEqual(naive.changesTo(new NaiveEngine(later, laterAt), query));
        },
      ),
      RUNS,
    );
  });
});

function snapshotOf(tickets: readonly Ticket[]) {
  return buildSnapshot({ number: 1, takenAt: TAKEN_AT, whole: true, total: tickets.length, tickets });
}

/** Some of the tickets as they were, some as new objects, and others that were not there before. */
function laterTickets(tickets: readonly Ticket[], others: readonly Ticket[], fate: readonly string[]) {
  const kept = tickets.filter((_, index) => fate[index] !== 'gone');
  const later = kept.map((ticket, index) => (fate[index] === 'changed' ? { ...ticket } : ticket));
  return [...later, ...others.filter((other) => !tickets.some((ticket) => ticket.id === other.id))];
}
