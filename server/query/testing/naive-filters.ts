import {
  endOf,
  fold,
  parseSearch,
  segmentValue,
  startOf,
  type Ticket,
  type TicketQuery,
} from '../../../contract/index.ts';

export function matchesDeleted(ticket: Ticket, query: TicketQuery): boolean {
  if (query.deleted === 'include') return true;
  return (ticket.deletedAt !== null) === (query.deleted === 'only');
}

export function isIssuedWithin(
  ticket: Ticket,
  { issuedFrom, issuedTo }: TicketQuery,
  takenAt: number,
): boolean {
  const calendar = { now: takenAt, zone: 'UTC' };
  if (issuedFrom === null && issuedTo === null) return true;
  if (ticket.issueDate === null) return false;
  const issued = Date.parse(ticket.issueDate);
  if (issuedFrom !== null && issued < startOf(issuedFrom, calendar)) return false;
  return issuedTo === null || issued < endOf(issuedTo, calendar);
}

function lowered(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.toLowerCase();
}

export function isMoved({ currentSegment, originSegment }: Ticket): boolean {
  return segmentValue(currentSegment) !== segmentValue(originSegment);
}

export function isChangedSince({ createdAt, updatedAt }: Ticket, since: string): boolean {
  const dates = [createdAt, updatedAt].filter((date) => date !== null);
  return dates.some((date) => Date.parse(date) >= Date.parse(since));
}

export function isFound(ticket: Ticket, q: string): boolean {
  const search = parseSearch(q);
  if (!search.ok) return true;
  const otherIds = [ticket.surveyId, ticket.responseId, ticket.feedbackId].map(String);
  return search.terms.every((term) => {
    if (term.kind === 'ids') return term.ids.includes(ticket.id) !== term.excluded;
    const isOtherId = term.kind === 'word' && otherIds.includes(term.text);
    const isInText = textsOf(ticket).some((text) => plain(text ?? '').includes(term.text));
    return (isOtherId || isInText) !== term.excluded;
  });
}

/** The texts that are searched. */
function textsOf(ticket: Ticket) {
  return [
    String(ticket.id),
    ticket.type,
    ticket.description,
    ticket.customerName,
    ticket.customerEmail,
    ticket.assignedUser?.name,
    ticket.assignedUser?.email,
    ticket.originSegment?.name,
    ticket.originSegment?.code,
    ticket.currentSegment?.name,
    ticket.currentSegment?.code,
  ];
}

/** Folded, with each stretch of white space as one blank. */
function plain(text: string): string {
  return fold(text)
    .replace(/[^\S\ufeff]+/g, ' ')
    .trim();
}

export function isSameCustomer(ticket: Ticket, id: number, tickets: readonly Ticket[]): boolean {
  const other = tickets.find((one) => one.id === id);
  if (other === undefined) return false;
  if (ticket === other) return true;
  const [email, otherEmail] = [ticket, other].map(({ customerEmail }) => lowered(customerEmail));
  const [name, otherName] = [ticket, other].map(({ customerName }) => lowered(customerName));
  if (email !== null || otherEmail !== null) return email === otherEmail;
  return name !== null && name === otherName;
}
