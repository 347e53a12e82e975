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
import { formatExact } from '../../format/dates.ts';
import { formatValue } from '../../format/value-labels.ts';
import { fitTicket } from '../record/fit-ticket.ts';
import { maskedTicket } from '../record/masked.ts';

/** One thing about a ticket that is no longer as the meeting's copy has it, in words. */
export interface Difference {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** Whether these are the ticket's own words, which need room. */
  readonly long: boolean;
}

/** How differences are told. */
export interface Looks {
  /** Whether customers' names and e-mails are hidden. */
  readonly masked: boolean;
  /** Whether the copy has none: then nothing can be said of a change in them. */
  readonly namesGone: boolean;
  /** The IANA time zone to tell instants in. */
  readonly zone: string;
}

/** Something of a ticket that can change, what matters most in a meeting first. */
interface Field {
  readonly title: string;
  readonly same: (a: Ticket, b: Ticket) => boolean;
  readonly words: (ticket: Ticket, zone: string) => string;
  readonly long?: boolean;
}

const FIELDS: readonly Field[] = [
  {
    title: 'Deleted',
    same: (a, b) => a.deletedAt === b.deletedAt,
    words: ({ deletedAt }) => (deletedAt === null ? 'no' : 'yes'),
  },
  { title: 'Status', same: (a, b) => a.status === b.status, words: ({ status }) => valueWords(status) },
  {
    title: 'Due',
    same: (a, b) => a.isOverdue === b.isOverdue,
    words: ({ isOverdue }) => (isOverdue ? 'Overdue' : 'Not overdue'),
  },
  { title: 'Priority', same: (a, b) => a.priority === b.priority, words: (one) => valueWords(one.priority) },
  {
    title: 'Assignee',
    same: (a, b) => samePerson(a.assignedUser, b.assignedUser),
    words: ({ assignedUser }) => personLabel(assignedUser) ?? 'Unassigned',
  },
  {
    title: 'Segment',
    same: (a, b) => sameSegment(a.currentSegment, b.currentSegment),
    words: ({ currentSegment }) => segmentLabel(currentSegment) ?? 'No segment',
  },
  {
    title: 'Origin',
    same: (a, b) => sameSegment(a.originSegment, b.originSegment),
    words: ({ originSegment }) => segmentLabel(originSegment) ?? 'No segment',
  },
  { title: 'Type', same: (a, b) => a.type === b.type, words: ({ type }) => type ?? 'none' },
  {
    title: 'Issued',
    same: (a, b) => a.issueDate === b.issueDate,
    words: ({ issueDate }, zone) => (issueDate === null ? 'none' : formatExact(issueDate, zone)),
  },
  {
    title: 'Customer',
    same: (a, b) => a.customerName === b.customerName && a.customerEmail === b.customerEmail,
    words: (one) => customerLabel(one) ?? 'Anonymous',
  },
  {
    title: 'Words',
    same: (a, b) => a.description === b.description,
    words: ({ description }) => description ?? '',
    long: true,
  },
];

/** What has become of a ticket since the meeting's copy was taken. */
export function differences(
  copy: Ticket,
  newest: Ticket,
  { masked, namesGone, zone }: Looks,
): readonly Difference[] {
  // A copy without names is compared with what would be left of the newest one.
  const now = namesGone ? fitTicket(maskedTicket(newest)) : newest;
  const changed = FIELDS.filter(({ same }) => !same(copy, now));
  if (changed.length === 0) return [];
  const [from, to] = masked ? [maskedTicket(copy), maskedTicket(now)] : [copy, now];
  return changed.map(({ title, words, long = false }) =>
    difference(title, words(from, zone), words(to, zone), long),
  );
}

/** Two things that read the same, and are not, are told apart as far as may be. */
function difference(title: string, from: string, to: string, long: boolean): Difference {
  if (from !== to) return { title, from, to, long };
  const hidden = from.includes(MASKED);
  return { title, from, to: hidden ? `another ${MASKED}` : `another ${to}`, long: false };
}

function valueWords(value: string | null): string {
  return value === null ? 'none' : formatValue(value);
}

function samePerson(a: Person | null, b: Person | null): boolean {
  return personValue(a) === personValue(b) && personLabel(a) === personLabel(b);
}

function sameSegment(a: Segment | null, b: Segment | null): boolean {
  return segmentValue(a) === segmentValue(b) && segmentLabel(a) === segmentLabel(b);
}
