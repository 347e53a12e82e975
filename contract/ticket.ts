import type { Person, Segment, Ticket } from './schemas/ticket.ts';

/** The statuses that the vendor uses, in the order of a ticket's life. The set is open. */
export const STATUSES = ['NEW', 'OPEN', 'ESCALATED', 'RESOLVED'] as const;

/** The priorities that the vendor uses, the least urgent first. The set is open. */
export const PRIORITIES = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;

/** The priorities that cannot wait: critical and high, which summaries count as urgent. */
export const URGENT: readonly string[] = ['CRITICAL', 'HIGH'];

/** The value of a query and a facet for "nobody" and "no segment". */
export const NONE = 'none';

/** The customer's name on screen and in sorting: the name, else the e-mail, else null. */
export function customerLabel(ticket: Pick<Ticket, 'customerName' | 'customerEmail'>): string | null {
  return firstText(ticket.customerName, ticket.customerEmail);
}

/** The assignee's name on screen and in sorting: the name, else the e-mail, else null. */
export function personLabel(person: Person | null): string | null {
  return person === null ? null : firstText(person.name, person.email);
}

/** The segment's name on screen and in sorting: the name, else the code, else its id, else null. */
export function segmentLabel(segment: Segment | null): string | null {
  return segment === null ? null : firstText(segment.name, segment.code, idText(segment));
}

/** The value of the query key `assignee` for this person: the e-mail, else the name, else `none`. */
export function personValue(person: Person | null): string {
  return person === null ? NONE : (firstText(person.email, person.name) ?? NONE);
}

/** The value of the query keys `segment` and `originSegment`: the code, else the name, else the id, else `none`. */
export function segmentValue(segment: Segment | null): string {
  return segment === null ? NONE : (firstText(segment.code, segment.name, idText(segment)) ?? NONE);
}

function idText(segment: Segment): string | null {
  return segment.id === null ? null : String(segment.id);
}

/** A blank text names nobody, so the next one is asked. */
function firstText(...texts: readonly (string | null)[]): string | null {
  return texts.find((text) => text !== null && text.trim() !== '') ?? null;
}

/** Whether a ticket was deleted upstream, which still lists it. */
export function isDeleted({ deletedAt }: Pick<Ticket, 'deletedAt'>): boolean {
  return deletedAt !== null;
}
