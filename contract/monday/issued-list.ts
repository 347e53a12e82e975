import type { TicketQuery } from '../query.ts';

/**
 * The list of the tickets that were issued in a stretch of time, whatever has become of them. There is none under a filter
 * by what changes in a ticket's life: trends ask what it was at first, and a list what it is now.
 *
 * @param query its dates are instants
 */
export function issuedList(
  query: TicketQuery,
  stretch: { readonly from: string; readonly to: string },
): TicketQuery | null {
  if (!isOfLastingFields(query)) return null;
  const { issuedFrom, issuedTo } = query;
  return {
    ...query,
    page: 1,
    status: [],
    overdue: null,
    not: { ...query.not, status: [] },
    issuedFrom: later(issuedFrom, stretch.from),
    issuedTo: earlier(issuedTo, stretch.to),
  };
}

/** Status and overdue ones left out of account: the list asks for neither. */
function isOfLastingFields({ segment, assignee, priority, age, moved, changedSince, not }: TicketQuery) {
  const chosen = [segment, assignee, priority, age, not.segment, not.assignee, not.priority, not.age];
  return chosen.every(({ length }) => length === 0) && moved === null && changedSince === null;
}

function later(bound: string | null, instant: string): string {
  return bound !== null && Date.parse(bound) > Date.parse(instant) ? bound : instant;
}

function earlier(bound: string | null, instant: string): string {
  return bound !== null && Date.parse(bound) < Date.parse(instant) ? bound : instant;
}
