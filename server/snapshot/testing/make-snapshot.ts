import type { Ticket } from '../../../contract/index.ts';
import { buildSnapshot, type Snapshot, type SnapshotInput } from '../snapshot.ts';

/** Instant at which the snapshots of tests are taken. */
export const TAKEN_AT = Date.parse('2026-02-04T09:00:00.000Z');

/** A ticket for tests: plain, and as the test says where it says something. */
export function makeTicket(parts: Partial<Ticket> = {}): Ticket {
  return {
    id: 1,
    createdAt: '2026-02-01T08:00:00.000Z',
    updatedAt: '2026-02-02T08:00:00.000Z',
    deletedAt: null,
    feedbackId: null,
    surveyId: null,
    responseId: null,
    priority: 'HIGH',
    status: 'NEW',
    type: 'MANUAL TICKET',
    description: 'Broken lamp',
    issueDate: '2026-02-01T08:00:00.000Z',
    isOverdue: false,
    customerName: 'Customer',
    customerEmail: 'customer@example.com',
    originSegment: { id: 1, code: 'S1', name: 'Main' },
    currentSegment: { id: 1, code: 'S1', name: 'Main' },
    assignedUser: { name: 'Manager', email: 'manager@example.com' },
    ...parts,
  };
}

/** A whole snapshot of tickets with the ids 1, 2, 3 and so on, unless the parts say otherwise. */
export function makeSnapshot(
  parts: readonly Partial<Ticket>[],
  input: Partial<SnapshotInput> = {},
): Snapshot {
  const tickets = parts.map((part, index) => makeTicket({ id: index + 1, ...part }));
  return buildSnapshot({
    number: 1,
    takenAt: TAKEN_AT,
    whole: true,
    total: tickets.length,
    tickets,
    ...input,
  });
}
