import * as fc from 'fast-check';
import type { Ticket } from '../../schemas/ticket.ts';
import { codePoint } from '../../testing/code-point.ts';
import type { MeetingChange } from '../change.ts';
import { MARKS } from '../meeting.ts';

/** Any text, the longest too, with all that makes a file long or hard to read. */
export const texts = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: codePoint, maxLength: 30 }) },
  fc.constantFrom('x', '漢', '"', '\u0001', '\uD800', '👍').map((one) => one.repeat(9_000)),
);

const labels = fc.option(texts);
const dates = fc.option(
  fc
    .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
);
const segments = fc.option(fc.record({ id: fc.option(fc.nat()), code: labels, name: labels }));
const ids = fc.integer({ min: 1, max: 12 });

/** Tickets of twelve ids, with texts of any length. */
export const tickets = fc.record<Ticket>({
  id: ids,
  createdAt: dates,
  updatedAt: dates,
  deletedAt: dates,
  issueDate: dates,
  feedbackId: fc.option(fc.nat()),
  surveyId: fc.option(fc.nat()),
  responseId: fc.option(fc.nat()),
  priority: labels,
  status: labels,
  type: labels,
  description: labels,
  isOverdue: fc.boolean(),
  customerName: fc.option(fc.oneof(texts, fc.constantFrom('a', 'Ann'))),
  customerEmail: labels,
  originSegment: segments,
  currentSegment: segments,
  assignedUser: fc.option(fc.record({ name: labels, email: labels })),
});

const typed = fc.oneof(fc.constantFrom('', 'Refund'), texts);
const instants = fc.option(fc.constantFrom('2026-02-04T12:05:00.000Z', '2026-02-04T13:00:00Z'));

/** Changes as the product makes them: some do not fit, and typed texts may be too long. */
export const changes: fc.Arbitrary<MeetingChange> = fc.oneof(
  fc.record({ type: fc.constant('set-mark'), ticket: ids, mark: fc.constantFrom(null, ...MARKS) }),
  fc.record({ type: fc.constant('set-decision'), ticket: ids, decision: typed }),
  fc.record({ type: fc.constant('set-owner'), ticket: ids, owner: typed }),
  fc.record({ type: fc.constant('set-due'), ticket: ids, due: fc.constantFrom('', '2026-02-06', 'x') }),
  fc.record({ type: fc.constant('add-items'), tickets: fc.array(tickets, { minLength: 1, maxLength: 2 }) }),
  fc.record({ type: fc.constant('set-ended'), endedAt: instants }),
);
