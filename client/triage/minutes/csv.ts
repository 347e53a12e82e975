import {
  type CsvCell,
  customerLabel,
  formatCsvRow,
  personLabel,
  segmentLabel,
} from '../../../contract/index.ts';
import { type Minutes, type MinutesLine, OUTCOME_LABELS } from './minutes.ts';

const COLUMNS: readonly (readonly [string, (line: MinutesLine) => CsvCell])[] = [
  ['place', ({ position }) => position],
  ['ticket', ({ ticket }) => ticket.id],
  ['outcome', ({ outcome }) => OUTCOME_LABELS[outcome]],
  ['decision', ({ note }) => note.decision],
  ['owner', ({ note }) => note.owner],
  ['due', ({ note }) => note.due],
  ['carriedOver', ({ carriedOver }) => carriedOver],
  ['overdue', ({ ticket }) => String(ticket.isOverdue)],
  ['priority', ({ ticket }) => ticket.priority ?? ''],
  ['status', ({ ticket }) => ticket.status ?? ''],
  ['issueDate', ({ ticket }) => ticket.issueDate ?? ''],
  ['customer', ({ ticket }) => customerLabel(ticket) ?? ''],
  ['assignee', ({ ticket }) => personLabel(ticket.assignedUser) ?? ''],
  ['segment', ({ ticket }) => segmentLabel(ticket.currentSegment) ?? ''],
  ['originSegment', ({ ticket }) => segmentLabel(ticket.originSegment) ?? ''],
  ['description', ({ ticket }) => ticket.description ?? ''],
];

/** The minutes as CSV, a row a ticket. */
export function toCsv({ lines }: Minutes): string {
  const rows = lines.map((line) => COLUMNS.map(([, cell]) => cell(line)));
  return [COLUMNS.map(([name]) => name), ...rows].map((row) => formatCsvRow(row)).join('');
}
