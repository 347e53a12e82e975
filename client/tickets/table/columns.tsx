import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import { customerLabel, personLabel, segmentLabel, type Ticket } from '../../../contract/index.ts';
import { Missing, OverdueBadge, PriorityBadge, StatusBadge } from '../../badges/badges.tsx';
import { useDesk } from '../../desk/desk-context.ts';
import { formatAge, formatDay, formatExact } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import type { ColumnSort } from './sorting.ts';
import styles from './table.module.css';
import { TicketLink } from './ticket-link.tsx';

/** The server sorts and pages, so the table needs none of the optional features. */
export const features = tableFeatures({});

interface ColumnLook {
  readonly width: string;
  readonly sort: ColumnSort | null;
}

/** How wide each column is, and what it sorts by. Widths are CSS lengths; the description takes the rest. */
export const COLUMN_LOOKS: Readonly<Record<string, ColumnLook>> = {
  id: { width: '8rem', sort: { key: 'id', first: 'descending' } },
  overdue: { width: '6.25rem', sort: { key: 'overdue', first: 'descending' } },
  priority: { width: '6.25rem', sort: { key: 'priority', first: 'descending' } },
  status: { width: '6.75rem', sort: { key: 'status', first: 'ascending' } },
  age: { width: '4.5rem', sort: { key: 'issueDate', first: 'ascending', inverted: true } },
  description: { width: '20rem', sort: null },
  customer: { width: '10rem', sort: { key: 'customer', first: 'ascending' } },
  assignee: { width: '10rem', sort: { key: 'assignee', first: 'ascending' } },
  segment: { width: '10rem', sort: { key: 'segment', first: 'ascending' } },
  origin: { width: '10rem', sort: { key: 'originSegment', first: 'ascending' } },
  type: { width: '9.5rem', sort: { key: 'type', first: 'ascending' } },
  issueDate: { width: '7rem', sort: { key: 'issueDate', first: 'descending' } },
  updated: { width: '7rem', sort: { key: 'updatedAt', first: 'descending' } },
};

const column = createColumnHelper<typeof features, Ticket>();

/** The columns of the queue: what decides about a ticket first, then its words, then its people and places. */
export const columns = column.columns([
  column.display({ id: 'id', header: 'ID', cell: ({ row }) => <TicketLink ticket={row.original} /> }),
  column.display({
    id: 'overdue',
    header: 'Overdue',
    cell: ({ row }) => <OverdueBadge overdue={row.original.isOverdue} />,
  }),
  column.display({
    id: 'priority',
    header: 'Priority',
    cell: ({ row }) => <PriorityBadge priority={row.original.priority} />,
  }),
  column.display({
    id: 'status',
    header: 'Status',
    cell: ({ row }) => <StatusBadge status={row.original.status} />,
  }),
  column.display({
    id: 'age',
    header: 'Age',
    cell: ({ row }) => <Age issued={row.original.issueDate} />,
  }),
  column.display({
    id: 'description',
    header: 'Description',
    cell: ({ row }) => <Description ticket={row.original} />,
  }),
  column.display({
    id: 'customer',
    header: 'Customer',
    cell: ({ row }) => <Text value={customerLabel(row.original)} otherwise="Anonymous" />,
  }),
  column.display({
    id: 'assignee',
    header: 'Assignee',
    cell: ({ row }) => <Text value={personLabel(row.original.assignedUser)} otherwise="Unassigned" />,
  }),
  column.display({
    id: 'segment',
    header: 'Segment',
    cell: ({ row }) => <Text value={segmentLabel(row.original.currentSegment)} otherwise="No segment" />,
  }),
  column.display({
    id: 'origin',
    header: 'Origin',
    cell: ({ row }) => <Text value={segmentLabel(row.original.originSegment)} otherwise="No segment" />,
  }),
  column.display({ id: 'type', header: 'Type', cell: ({ row }) => <Text value={row.original.type} /> }),
  column.display({
    id: 'issueDate',
    header: 'Issued',
    cell: ({ row }) => <Day instant={row.original.issueDate} />,
  }),
  column.display({
    id: 'updated',
    header: 'Updated',
    cell: ({ row }) => <Day instant={row.original.updatedAt} />,
  }),
]);

/** One line, the whole of it in the tooltip; its own direction, whatever characters it holds. */
function Text({ value, otherwise }: { readonly value: string | null; readonly otherwise?: string }) {
  if (value === null || value === '') return <Missing {...(otherwise && { word: otherwise })} />;
  return (
    <span className={styles.line} dir="auto" title={value}>
      {value}
    </span>
  );
}

/** Two lines are shown; laying out thousands of characters for them would only cost time. */
const DESCRIPTION_CHARACTERS = 300;

function Description({ ticket }: { readonly ticket: Ticket }) {
  const text = ticket.description?.trim().slice(0, DESCRIPTION_CHARACTERS);
  return (
    <span className={styles.description}>
      {ticket.deletedAt !== null && <strong className={styles.deleted}>Deleted · </strong>}
      {text ? <bdi>{text}</bdi> : <Missing word="No description" />}
    </span>
  );
}

/** Counted to when the data was taken, as the age filter counts. */
function Age({ issued }: { readonly issued: string | null }) {
  const takenAt = useDesk().list?.snapshot.takenAt;
  const zone = useZone();
  if (issued === null || !takenAt) return <Missing />;
  return <span title={formatExact(issued, zone)}>{formatAge(issued, Date.parse(takenAt))}</span>;
}

function Day({ instant }: { readonly instant: string | null }) {
  const zone = useZone();
  if (instant === null) return <Missing />;
  return (
    <time dateTime={instant} title={formatExact(instant, zone)}>
      {formatDay(instant, zone)}
    </time>
  );
}
