import {
  ageInDays,
  type Column,
  type ColumnTerm,
  type CsvCell,
  fieldOf,
  labelReader,
  type Ticket,
} from '../../contract/index.ts';

/** Makes a cell of a ticket. Dates are ISO, ages whole days up to `takenAt` (epoch milliseconds). */
type MakeCell = (ticket: Ticket, takenAt: number) => CsvCell;

/** One column of a file. */
export interface CsvColumn {
  /** The cell in the file's first row. */
  readonly name: string;
  readonly cell: MakeCell;
}

/** Makes the cell of a column, with what the table shows in it. */
function cellOf(column: Column): MakeCell {
  const { kind, of } = fieldOf(column);
  if (kind === 'age') return ageDays;
  if (kind === 'id' || kind === 'number') return (ticket) => ticket[of] as number | null;
  return labelReader(column);
}

const ageDays: MakeCell = ({ issueDate }, takenAt) =>
  issueDate === null ? null : ageInDays(Date.parse(issueDate), takenAt);

/** Every field there is, in order, for those who did not choose. */
const ALL: readonly CsvColumn[] = Object.entries({
  id: cellOf('id'),
  priority: cellOf('priority'),
  status: cellOf('status'),
  type: cellOf('type'),
  isOverdue: cellOf('overdue'),
  description: cellOf('description'),
  customerName: (ticket) => ticket.customerName,
  customerEmail: cellOf('customerEmail'),
  assigneeName: (ticket) => ticket.assignedUser?.name ?? null,
  assigneeEmail: cellOf('assigneeEmail'),
  segmentCode: (ticket) => ticket.currentSegment?.code ?? null,
  segmentName: (ticket) => ticket.currentSegment?.name ?? null,
  originSegmentCode: (ticket) => ticket.originSegment?.code ?? null,
  originSegmentName: (ticket) => ticket.originSegment?.name ?? null,
  issueDate: cellOf('issueDate'),
  createdAt: cellOf('createdAt'),
  updatedAt: cellOf('updatedAt'),
  deletedAt: cellOf('deletedAt'),
  feedbackId: cellOf('feedbackId'),
  surveyId: cellOf('surveyId'),
  responseId: cellOf('responseId'),
  ageDays,
} satisfies Readonly<Record<string, MakeCell>>).map(([name, cell]) => ({ name, cell }));

/** The columns of a file: those of the table that were chosen, in their order, or every field. */
export function csvColumns(chosen: readonly ColumnTerm[] | null): readonly CsvColumn[] {
  if (chosen === null) return ALL;
  return chosen.map(({ column }) => ({ name: column, cell: cellOf(column) }));
}
