import {
  type Facets,
  fold,
  isDeleted,
  splitWords,
  type Ticket,
  type TicketQuery,
} from '../../contract/index.ts';
import { emptyFacets } from '../../contract/testing/empty-facets.ts';

/** Whether a list has a ticket, by the few filters that the fake server knows. */
export function isListed(ticket: Ticket, query: TicketQuery): boolean {
  return (
    isAsDeleted(ticket, query) &&
    hasStatus(ticket, query) &&
    isAsOverdue(ticket, query) &&
    isChosen(ticket, query) &&
    isFound(ticket, query)
  );
}

function isAsDeleted(ticket: Ticket, { deleted }: TicketQuery): boolean {
  return deleted === 'include' || isDeleted(ticket) === (deleted === 'only');
}

function isChosen({ id }: Ticket, { ids }: TicketQuery): boolean {
  return ids.length === 0 || ids.includes(id);
}

/** Whether its description has every word. */
function isFound({ description }: Ticket, { q }: TicketQuery): boolean {
  return splitWords(fold(q)).every((word) => fold(description ?? '').includes(word));
}

function hasStatus({ status }: Ticket, query: TicketQuery): boolean {
  const requested = query.status.length === 0 || query.status.includes(status ?? '');
  return requested && !query.not.status.includes(status ?? '');
}

function isAsOverdue({ isOverdue }: Ticket, { overdue }: TicketQuery): boolean {
  return overdue === null || overdue === isOverdue;
}

/** The facets of status and overdue. */
export function facetsOf(tickets: readonly Ticket[], query: TicketQuery): Facets {
  const statuses = [...new Set(tickets.map(({ status }) => status ?? ''))];
  const found = tickets.filter((one) => isAsDeleted(one, query) && isFound(one, query));
  const asOverdue = found.filter((one) => isAsOverdue(one, query));
  const withStatus = found.filter((one) => hasStatus(one, query));
  const facet = (value: string, of: readonly Ticket[]) => ({ value, label: value, count: of.length });
  return {
    ...emptyFacets(),
    status: statuses.map((value) =>
      facet(
        value,
        asOverdue.filter(({ status }) => status === value),
      ),
    ),
    overdue: [true, false].map((late) =>
      facet(
        String(late),
        withStatus.filter(({ isOverdue }) => isOverdue === late),
      ),
    ),
  };
}
