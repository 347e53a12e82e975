import { type FieldKey, isFlag, labelReader, shorten, type Ticket } from '../../../contract/index.ts';
import { BADGE_KEYS } from '../../badges/ticket-badges.tsx';
import { fieldTitle } from '../../format/fields.ts';
import { formatValue } from '../../format/value-labels.ts';
import { ageLabel } from './age-label.ts';
import type { Mail } from './mail-link.ts';

/** Facts of a mail that the ticket does not hold. */
interface MailContext {
  /** Absolute address of the ticket here. */
  readonly link: string;
  /** Instant of the data, in epoch milliseconds: the ticket is as old as it was then. */
  readonly takenAt: number;
}

/** A mail about a ticket to who works on it. Nothing of the customer and of their words is in it. */
export function mailToAssignee(ticket: Ticket, email: string, { link, takenAt }: MailContext): Mail {
  const age = ticket.issueDate === null ? null : ageLabel(ticket.issueDate, takenAt);
  const known = [
    ...BADGE_KEYS.map((key) => [fieldTitle(key), badgeValue(ticket, key)] as const),
    [fieldTitle('age'), age] as const,
  ];
  return {
    to: email,
    subject: subjectOf(ticket),
    body: [
      subjectOf(ticket),
      // A value that nobody documents may be of any length; a mail need not quote it.
      ...known.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${shorten(value)}`])),
      link,
    ],
  };
}

/** A mail to the customer: they know what it is about, and Loopdesk's address is none of theirs. */
export function mailToCustomer(ticket: Ticket, email: string): Mail {
  return { to: email, subject: subjectOf(ticket), body: [] };
}

function subjectOf({ id }: Ticket): string {
  return `Ticket ${id}`;
}

function badgeValue(ticket: Ticket, key: FieldKey): string | null {
  const label = labelReader(key)(ticket, 0);
  if (isFlag(key)) return label === 'true' ? 'Yes' : 'No';
  return label && formatValue(label);
}
