import type { Ticket } from '../../contract/index.ts';

/** A plain ticket for tests, with what a test says about it. */
export function ticket(id: number, parts: Partial<Ticket> = {}): Ticket {
  return {
    id,
    createdAt: '2026-02-04T08:59:51.863Z',
    updatedAt: '2026-02-04T08:59:52.000Z',
    deletedAt: null,
    feedbackId: 25_739,
    surveyId: null,
    responseId: null,
    priority: 'HIGH',
    status: 'NEW',
    type: 'MANUAL TICKET',
    description: `Ticket ${id}`,
    issueDate: '2026-02-04T08:59:52.000Z',
    isOverdue: false,
    customerName: 'Customer',
    customerEmail: 'customer@example.com',
    originSegment: { id: 188_602, code: 'S1', name: 'Main Segment' },
    currentSegment: { id: 216_627, code: 'CS', name: 'Current Segment' },
    assignedUser: { name: 'Manager 1', email: 'manager@example.com' },
    ...parts,
  };
}

/** Tickets of ascending ids. */
export function tickets(from: number, to: number): Ticket[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ticket(from + index));
}
