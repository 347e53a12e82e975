import {
  customerLabel,
  PRIORITIES,
  personLabel,
  type SortKey,
  type SortTerm,
  STATUSES,
  segmentLabel,
  type Ticket,
  type TicketQuery,
} from '../../../contract/index.ts';

/** The order of a query, ties by ascending id. */
export function byTerms({ sort }: TicketQuery): (a: Ticket, b: Ticket) => number {
  return (a, b) =>
    sort.map((term) => compareBy(term, a, b)).find((order) => order !== 0) ?? compare(a.id, b.id);
}

function compareBy({ key, descending }: SortTerm, a: Ticket, b: Ticket): number {
  const left = sortValue(key, a);
  const right = sortValue(key, b);
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return compareParts(left, right) * (descending ? -1 : 1);
}

type Part = string | number;

/** Value that a key sorts by, its parts in the order of their weight; null when it is missing. */
function sortValue(key: SortKey, ticket: Ticket): Part[] | null {
  switch (key) {
    case 'id':
      return [ticket.id];
    case 'overdue':
      return [ticket.isOverdue ? 1 : 0];
    case 'priority':
      return ticket.priority === null ? null : priorityParts(ticket.priority);
    case 'status':
      return ticket.status === null ? null : statusParts(ticket.status);
    case 'type':
      return textPart(ticket.type);
    case 'customer':
      return textPart(customerLabel(ticket));
    case 'assignee':
      return textPart(personLabel(ticket.assignedUser));
    case 'segment':
      return textPart(segmentLabel(ticket.currentSegment));
    case 'originSegment':
      return textPart(segmentLabel(ticket.originSegment));
    default:
      return ticket[key] === null ? null : [Date.parse(ticket[key])];
  }
}

function priorityParts(priority: string): Part[] {
  const place = (PRIORITIES as readonly string[]).indexOf(priority);
  return place === -1 ? [-1, priority.toLowerCase()] : [place];
}

function statusParts(status: string): Part[] {
  const place = (STATUSES as readonly string[]).indexOf(status);
  return place === -1 ? [STATUSES.length, status.toLowerCase()] : [place];
}

function textPart(text: string | null): Part[] | null {
  return text === null ? null : [text.toLowerCase()];
}

function compareParts(a: readonly Part[], b: readonly Part[]): number {
  return a.map((part, index) => compare(part, b[index] ?? part)).find((order) => order !== 0) ?? 0;
}

export function compare(a: Part, b: Part): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
