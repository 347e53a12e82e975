import {
  customerLabel,
  DEFAULT_QUERY,
  isDeleted,
  maskTicket,
  type Ticket,
  type TicketQuery,
} from '../../../contract/index.ts';
import { ticketsQuery } from '../../api/tickets.ts';
import { useSteadyQuery } from '../../api/use-steady-query.ts';
import { RESOLVED } from '../../filters/change-filters.ts';
import { useSettings } from '../../settings/settings.ts';
import { useListState, useShownList } from '../../workspace/workspace-context.ts';

/** Most of a customer's other tickets that the drawer shows. */
const SHOWN = 5;

/** A customer's other tickets. */
export interface OtherTickets {
  /** The newest other tickets. */
  readonly tickets: readonly Ticket[];
  /** Count of all the others. */
  readonly others: number;
  /** Count of the tickets in the customer's list, the open ticket among them unless it is deleted. */
  readonly all: number;
  /** Count of the others that are not resolved. */
  readonly open: number;
}

/** The customer's other tickets in the same snapshot as the list, deleted ones left out; for an anonymous one, none. */
export function useCustomerTickets(ticket: Ticket) {
  const listState = useListState();
  const { list } = useShownList();
  const { masked } = useSettings();
  const result = useSteadyQuery(
    {
      ...ticketsQuery(listState.workspace, customerQuery(ticket.id, list?.snapshot.number ?? null)),
      enabled: list !== null && customerLabel(ticket) !== null,
      // Another customer's tickets are no stand-in for this one's.
      placeholderData: (): undefined => undefined,
    },
    { keep: false },
  );
  const { data } = result;
  const found = data && withoutItself(data.tickets, data.page.total, openIn(data.facets.status), ticket);
  return {
    result,
    customer: found && { ...found, tickets: masked ? found.tickets.map(maskTicket) : found.tickets },
  };
}

function customerQuery(customerOf: number, at: number | null): TicketQuery {
  // One more than is shown: the ticket itself is among its customer's.
  const perPage = SHOWN + 1;
  return { ...DEFAULT_QUERY, customerOf, at, perPage, sort: [{ key: 'issueDate', descending: true }] };
}

function openIn(statuses: readonly { readonly value: string; readonly count: number }[]): number {
  return statuses.reduce((sum, { value, count }) => sum + (value === RESOLVED ? 0 : count), 0);
}

/** Lists and counts without the open ticket itself; a deleted one was not counted. */
function withoutItself(
  tickets: readonly Ticket[],
  total: number,
  open: number,
  ticket: Ticket,
): OtherTickets {
  const { id, status } = ticket;
  const itself = isDeleted(ticket) ? 0 : 1;
  return {
    tickets: tickets.filter((other) => other.id !== id).slice(0, SHOWN),
    others: total - itself,
    all: total,
    open: open - (status === RESOLVED ? 0 : itself),
  };
}

/** Whether the customer's other tickets have come, cannot come, or are not asked for. */
export function useIsCustomerSettled(ticket: Ticket): boolean {
  const { result } = useCustomerTickets(ticket);
  return customerLabel(ticket) === null || result.data !== undefined || result.error !== null;
}
