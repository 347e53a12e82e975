import { chosenValues } from '../chosen-values.ts';
import { FILTER_KEYS, type FieldKey, fieldOf } from '../field-keys.ts';
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
  const { issuedFrom, issuedTo } = query;
  // Trends of what came in ask for neither a status nor overdue ones.
  const ofAnyState = { ...query, page: 1, status: [], overdue: null, not: { ...query.not, status: [] } };
  if (!isOfLastingFields(ofAnyState)) return null;
  return {
    ...ofAnyState,
    issuedFrom: later(issuedFrom, stretch.from),
    issuedTo: earlier(issuedTo, stretch.to),
  };
}

/** Whether nothing is chosen of what is recorded, nor of what follows from it or from today. */
function isOfLastingFields(query: TicketQuery): boolean {
  const chosen = FILTER_KEYS.filter(changes).map((key) => chosenValues(query, key));
  return query.changedSince === null && chosen.every(({ any, none }) => any.length + none.length === 0);
}

function changes(key: FieldKey): boolean {
  const { recorded, kind } = fieldOf(key);
  return recorded !== undefined || kind === 'age' || kind === 'moved';
}

function later(bound: string | null, instant: string): string {
  return bound !== null && Date.parse(bound) > Date.parse(instant) ? bound : instant;
}

function earlier(bound: string | null, instant: string): string {
  return bound !== null && Date.parse(bound) < Date.parse(instant) ? bound : instant;
}
