import {
  ageInDays,
  type Column,
  type ColumnTerm,
  customerLabel,
  personLabel,
  segmentLabel,
  type Ticket,
} from '../../contract/index.ts';

export type Cell = string | number | null;

/** Makes a cell of a ticket. Dates are ISO, ages whole days up to `takenAt` (epoch milliseconds). */
type MakeCell = (ticket: Ticket, takenAt: number) => Cell;

/** One column of a file. */
export interface CsvColumn {
  /** What stands in the file's first row. */
  readonly name: string;
  readonly cell: MakeCell;
}

/** What columns have that stand for one field, in the table and in a file of all fields. */
const FIELDS = {
  id: (ticket) => ticket.id,
  priority: (ticket) => ticket.priority,
  status: (ticket) => ticket.status,
  type: (ticket) => ticket.type,
  description: (ticket) => ticket.description,
  customerEmail: (ticket) => ticket.customerEmail,
  assigneeEmail: (ticket) => ticket.assignedUser?.email ?? null,
  issueDate: (ticket) => ticket.issueDate,
  createdAt: (ticket) => ticket.createdAt,
  updatedAt: (ticket) => ticket.updatedAt,
  deletedAt: (ticket) => ticket.deletedAt,
  feedbackId: (ticket) => ticket.feedbackId,
  surveyId: (ticket) => ticket.surveyId,
  responseId: (ticket) => ticket.responseId,
} satisfies { readonly [Name in Column]?: MakeCell };

const overdue: MakeCell = (ticket) => String(ticket.isOverdue);
const age: MakeCell = ({ issueDate }, takenAt) =>
  issueDate === null ? null : ageInDays(Date.parse(issueDate), takenAt);

/** The columns of the table, with what it shows in them. */
const TABLE: { readonly [Name in Column]: MakeCell } = {
  ...FIELDS,
  overdue,
  age,
  customer: customerLabel,
  assignee: (ticket) => personLabel(ticket.assignedUser),
  segment: (ticket) => segmentLabel(ticket.currentSegment),
  originSegment: (ticket) => segmentLabel(ticket.originSegment),
};

/** Every field there is, in order, for those who did not choose. */
const ALL: readonly CsvColumn[] = Object.entries({
  id: FIELDS.id,
  priority: FIELDS.priority,
  status: FIELDS.status,
  type: FIELDS.type,
  isOverdue: overdue,
  description: FIELDS.description,
  customerName: (ticket) => ticket.customerName,
  customerEmail: FIELDS.customerEmail,
  assigneeName: (ticket) => ticket.assignedUser?.name ?? null,
  assigneeEmail: FIELDS.assigneeEmail,
  segmentCode: (ticket) => ticket.currentSegment?.code ?? null,
  segmentName: (ticket) => ticket.currentSegment?.name ?? null,
  originSegmentCode: (ticket) => ticket.originSegment?.code ?? null,
  originSegmentName: (ticket) => ticket.originSegment?.name ?? null,
  issueDate: FIELDS.issueDate,
  createdAt: FIELDS.createdAt,
  updatedAt: FIELDS.updatedAt,
  deletedAt: FIELDS.deletedAt,
  feedbackId: FIELDS.feedbackId,
  surveyId: FIELDS.surveyId,
  responseId: FIELDS.responseId,
  ageDays: age,
} satisfies Readonly<Record<string, MakeCell>>).map(([name, cell]) => ({ name, cell }));

/** The columns of a file: those of the table that were chosen, in their order, or every field. */
export function csvColumns(chosen: readonly ColumnTerm[] | null): readonly CsvColumn[] {
  if (chosen === null) return ALL;
  return chosen.map(({ column }) => ({ name: column, cell: TABLE[column] }));
}
