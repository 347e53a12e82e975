import { describe, expect, it } from 'vitest';
import { DEFAULT_QUERY, type Ticket } from '../../contract/index.ts';
import { buildSnapshot } from '../snapshot/snapshot.ts';
import { makeTicket, TAKEN_AT } from '../snapshot/testing/make-snapshot.ts';
import { compareSnapshots } from './index.ts';

const NOTHING = { added: 0, changed: 0, gone: 0 };

describe('the changes between two snapshots', () => {
  it('are none between a snapshot and itself, or between two with the same tickets', () => {
    const tickets = [makeTicket()];
    const older = snapshotOf(tickets);
    expect(compareSnapshots(older, older, DEFAULT_QUERY)).toEqual(NOTHING);
    expect(compareSnapshots(older, snapshotOf(tickets), DEFAULT_QUERY)).toEqual(NOTHING);
  });

  it('count what came, what went and what is another object now', () => {
    const [stays, changes, goes] = [1, 2, 3].map((id) => makeTicket({ id }));
    if (!stays || !changes || !goes) throw new Error('three tickets were made');
    const older = snapshotOf([stays, changes, goes]);
    const newer = snapshotOf([makeTicket({ id: 0 }), stays, { ...changes }, makeTicket({ id: 4 })]);
    expect(compareSnapshots(older, newer, DEFAULT_QUERY)).toEqual({ added: 2, changed: 1, gone: 1 });
  });

  it('take a ticket that no longer matches for gone, and one that does now for new', () => {
    const older = snapshotOf([makeTicket({ id: 1, status: 'NEW' }), makeTicket({ id: 2, status: 'OPEN' })]);
    const newer = snapshotOf([makeTicket({ id: 1, status: 'OPEN' }), makeTicket({ id: 2, status: 'NEW' })]);
    const query = { ...DEFAULT_QUERY, status: ['OPEN'] };
    expect(compareSnapshots(older, newer, query)).toEqual({ added: 1, changed: 0, gone: 1 });
  });
});

function snapshotOf(tickets: readonly Ticket[]) {
  return buildSnapshot({ number: 1, takenAt: TAKEN_AT, whole: true, total: tickets.length, tickets });
}
