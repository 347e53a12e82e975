import {
  type Column,
  customerLabel,
  personLabel,
  segmentLabel,
  type Ticket,
} from '../../../contract/index.ts';
import { formatAge, formatDay } from '../../format/dates.ts';
import { formatValue } from '../../format/value-labels.ts';
import type { CellContext } from '../cells/cells.tsx';

type MakeText = (ticket: Ticket, context: CellContext) => string | number | null;

const TEXTS: { readonly [Name in Column]: MakeText } = {
  id: (ticket) => ticket.id,
  overdue: (ticket) => (ticket.isOverdue ? 'Overdue' : null),
  priority: (ticket) => ticket.priority && formatValue(ticket.priority),
  status: (ticket) => ticket.status && formatValue(ticket.status),
  age: ({ issueDate }, { takenAt }) =>
    issueDate === null || takenAt === null ? null : formatAge(issueDate, Date.parse(takenAt)),
  description: (ticket) => ticket.description,
  customer: (ticket) => customerLabel(ticket) ?? 'Anonymous',
  customerEmail: (ticket) => ticket.customerEmail,
  assignee: (ticket) => personLabel(ticket.assignedUser) ?? 'Unassigned',
  assigneeEmail: (ticket) => ticket.assignedUser?.email ?? null,
  segment: (ticket) => segmentLabel(ticket.currentSegment) ?? 'No segment',
  originSegment: (ticket) => segmentLabel(ticket.originSegment) ?? 'No segment',
  type: (ticket) => ticket.type,
  issueDate: (ticket, context) => day(ticket.issueDate, context),
  createdAt: (ticket, context) => day(ticket.createdAt, context),
  updatedAt: (ticket, context) => day(ticket.updatedAt, context),
  deletedAt: (ticket, context) => day(ticket.deletedAt, context),
  feedbackId: (ticket) => ticket.feedbackId,
  surveyId: (ticket) => ticket.surveyId,
  responseId: (ticket) => ticket.responseId,
};

/** A ticket's cell of a column as the table has it, as a text of any length; empty where nothing is known. */
export function shownText(ticket: Ticket, column: Column, context: CellContext): string {
  return String(TEXTS[column](ticket, context) ?? '');
}

function day(instant: string | null, { zone }: CellContext): string | null {
  return instant === null ? null : formatDay(instant, zone);
}
