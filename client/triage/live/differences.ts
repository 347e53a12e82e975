import {
  customerLabel,
  MASKED,
  type Person,
  personLabel,
  personValue,
  type Segment,
  segmentLabel,
  segmentValue,
  type Ticket,
} from '../../../contract/index.ts';
import { truncateTicket } from '../../../contract/meeting/index.ts';
import { formatExact } from '../../format/dates.ts';
import { formatValue } from '../../format/value-labels.ts';
import { maskedTicket } from '../model/mask-meeting.ts';

/** A difference between a ticket and the meeting's copy, in words. */
export interface Difference {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** Whether the text is the description, which needs space. */
  readonly long: boolean;
}

/** The reader's options for showing differences. */
export interface DifferenceOptions {
  /** Whether customers' names and e-mails are hidden. */
  readonly masked: boolean;
  /** Whether the copy has none: then nothing can be said of a change in them. */
  readonly namesRemoved: boolean;
  /** The IANA time zone to tell instants in. */
  readonly zone: string;
}

/** A comparable field of a ticket. */
interface Field {
  readonly title: string;
  readonly same: (a: Ticket, b: Ticket) => boolean;
  readonly labelOf: (ticket: Ticket, zone: string) => string;
  readonly long?: boolean;
}

const FIELDS: readonly Field[] = [
  {
    title: 'Deleted',
    same: (a, b) => a.deletedAt === b.deletedAt,
    labelOf: ({ deletedAt }) => (deletedAt === null ? 'no' : 'yes'),
  },
  { title: 'Status', same: (a, b) => a.status === b.status, labelOf: ({ status }) => valueLabel(status) },
  {
    title: 'Due',
    same: (a, b) => a.isOverdue === b.isOverdue,
    labelOf: ({ isOverdue }) => (isOverdue ? 'Overdue' : 'Not overdue'),
  },
  {
    title: 'Priority',
    same: (a, b) => a.priority === b.priority,
    labelOf: (one) => valueLabel(one.priority),
  },
  {
    title: 'Assignee',
    same: (a, b) => samePerson(a.assignedUser, b.assignedUser),
    labelOf: ({ assignedUser }) => personLabel(assignedUser) ?? 'Unassigned',
  },
  {
    title: 'Segment',
    same: (a, b) => sameSegment(a.currentSegment, b.currentSegment),
    labelOf: ({ currentSegment }) => segmentLabel(currentSegment) ?? 'No segment',
  },
  {
    title: 'Origin',
    same: (a, b) => sameSegment(a.originSegment, b.originSegment),
    labelOf: ({ originSegment }) => segmentLabel(originSegment) ?? 'No segment',
  },
  { title: 'Type', same: (a, b) => a.type === b.type, labelOf: ({ type }) => type ?? 'none' },
  {
    title: 'Issued',
    same: (a, b) => a.issueDate === b.issueDate,
    labelOf: ({ issueDate }, zone) => (issueDate === null ? 'none' : formatExact(issueDate, zone)),
  },
  {
    title: 'Customer',
    same: (a, b) => a.customerName === b.customerName && a.customerEmail === b.customerEmail,
    labelOf: (one) => customerLabel(one) ?? 'Anonymous',
  },
  {
    title: 'Words',
    same: (a, b) => a.description === b.description,
    labelOf: ({ description }) => description ?? '',
    long: true,
  },
];

/** The differences between a ticket and the meeting's copy. */
export function differences(
  copy: Ticket,
  newest: Ticket,
  { masked, namesRemoved, zone }: DifferenceOptions,
): readonly Difference[] {
  // A copy without names is compared with what would be left of the newest one.
  const now = namesRemoved ? truncateTicket(maskedTicket(newest)) : newest;
  const changed = FIELDS.filter(({ same }) => !same(copy, now));
  if (changed.length === 0) return [];
  const [from, to] = masked ? [maskedTicket(copy), maskedTicket(now)] : [copy, now];
  return changed.map(({ title, labelOf, long = false }) =>
    difference(title, labelOf(from, zone), labelOf(to, zone), long),
  );
}

/** Two things that read the same, and are not, are told apart as far as may be. */
function difference(title: string, from: string, to: string, long: boolean): Difference {
  if (from !== to) return { title, from, to, long };
  const hidden = from.includes(MASKED);
  return { title, from, to: hidden ? `another ${MASKED}` : `another ${to}`, long: false };
}

function valueLabel(value: string | null): string {
  return value === null ? 'none' : formatValue(value);
}

function samePerson(a: Person | null, b: Person | null): boolean {
  return personValue(a) === personValue(b) && personLabel(a) === personLabel(b);
}

function sameSegment(a: Segment | null, b: Segment | null): boolean {
  return segmentValue(a) === segmentValue(b) && segmentLabel(a) === segmentLabel(b);
}
