import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSnapshot, buildSnapshotInSteps, findTicket } from './snapshot.ts';
import { arbitraryTickets } from './testing/arbitrary-tickets.ts';
import { makeSnapshot, makeTicket, TAKEN_AT } from './testing/make-snapshot.ts';

const PARTS = { number: 7, takenAt: TAKEN_AT, whole: false, total: 99 };

describe('a snapshot', () => {
  it('carries what it was made from, its tickets by ascending id', () => {
    const tickets = [3, 1, 2].map((id) => makeTicket({ id }));
    const snapshot = buildSnapshot({ ...PARTS, tickets });
    expect(snapshot).toMatchObject(PARTS);
    expect(snapshot.tickets.map((ticket) => ticket.id)).toEqual([1, 2, 3]);
    expect(tickets.map((ticket) => ticket.id)).toEqual([3, 1, 2]);
  });

  it('keeps the very objects that it was given', () => {
    const ticket = makeTicket({ id: 5 });
    expect(findTicket(buildSnapshot({ ...PARTS, tickets: [ticket] }), 5)).toBe(ticket);
  });

  it('finds each of its tickets by id, and no other', () => {
    fc.assert(
      fc.property(arbitraryTickets, (tickets) => {
        const snapshot = buildSnapshot({ ...PARTS, tickets });
        for (const ticket of tickets) expect(findTicket(snapshot, ticket.id)).toBe(ticket);
        expect(findTicket(snapshot, 0.5)).toBeNull();
        expect(findTicket(snapshot, 10 ** 15)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('comes out the same when its steps alternate with those of another', () => {
    fc.assert(
      fc.property(arbitraryTickets, arbitraryTickets, (tickets, others) => {
        const other = buildSnapshotInSteps({ ...PARTS, tickets: others });
        const steps = buildSnapshotInSteps({ ...PARTS, tickets });
        let step = steps.next();
        for (; !step.done; step = steps.next()) other.next();
        expect(step.value).toEqual(buildSnapshot({ ...PARTS, tickets }));
      }),
      { numRuns: 20 },
    );
  });

  it('takes more steps to build, not longer ones, the more tickets there are', () => {
    const few = countSteps(1_000);
    expect(countSteps(20_000)).toBeGreaterThan(few * 3);
  });

  it('can be empty', () => {
    expect(makeSnapshot([]).tickets).toEqual([]);
  });
});

function countSteps(count: number): number {
  const tickets = Array.from({ length: count }, (_, id) => makeTicket({ id }));
  const steps = buildSnapshotInSteps({ ...PARTS, tickets });
  let taken = 1;
  while (!steps.next().done) taken++;
  return taken;
}
