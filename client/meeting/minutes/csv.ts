import { asPlainCell, customerLabel, personLabel, segmentLabel } from '../../../contract/index.ts';
import { type Minutes, type MinutesLine, OUTCOME_LABELS } from './minutes.ts';

const COLUMNS: readonly (readonly [string, (line: MinutesLine) => string | number])[] = [
  ['place', ({ place }) => place],
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

/** The minutes as CSV, a row a ticket: RFC 4180, every text in quotes, no cell a formula. */
export function toCsv({ lines }: Minutes): string {
  const rows = lines.map((line) => COLUMNS.map(([, cell]) => write(cell(line))));
  return [COLUMNS.map(([name]) => name), ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function write(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  return `"${asPlainCell(cell).replaceAll('"', '""')}"`;
}
