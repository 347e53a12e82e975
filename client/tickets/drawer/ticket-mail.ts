import { DEFAULT_QUERY, type Ticket } from '../../../contract/index.ts';
import { formatAddress } from '../../address/address.ts';
import { formatValue } from '../../format/value-labels.ts';
import { ageLabel } from './age-label.ts';
import type { Mail } from './mail-link.ts';

/** A value that nobody documents may be of any length; a mail names it, and need not quote it. */
const LONGEST_VALUE = 60;

/** Surroundings of a ticket's link. */
interface MailContext {
  /** Scheme and host of this page. */
  readonly origin: string;
  readonly workspace: string;
  /** Instant of the data, in epoch milliseconds: the ticket is as old as it was then. */
  readonly takenAt: number;
}

/** A mail about a ticket to who works on it. Nothing of the customer and of their words is in it. */
export function mailToAssignee(
  ticket: Ticket,
  email: string,
  { origin, workspace, takenAt }: MailContext,
): Mail {
  const age = ticket.issueDate === null ? null : ageLabel(ticket.issueDate, takenAt);
  const known = [
    ['Status', ticket.status],
    ['Priority', ticket.priority],
    ['Overdue', ticket.isOverdue ? 'Yes' : 'No'],
    ['Age', age],
  ] as const;
  return {
    to: email,
    subject: subjectOf(ticket),
    body: [
      subjectOf(ticket),
      ...known.flatMap(([name, value]) =>
        value === null ? [] : [`${name}: ${shorten(formatValue(value))}`],
      ),
      `${origin}${formatAddress(workspace, DEFAULT_QUERY, { item: ticket.id })}`,
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

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_VALUE ? text : `${characters.slice(0, LONGEST_VALUE).join('')}…`;
}
