import type { ListState } from '../address/use-address-list-state.ts';
import { type AnsweredList, ticketsQuery } from '../api/tickets.ts';
import { type Steady, useSteadyQuery } from '../api/use-steady-query.ts';

/** The server's answer to the list that is asked for; until it is there, or if it cannot be had, the one before. */
export function useListQuery({ workspace, query, apiQuery }: ListState): Steady<AnsweredList> {
  return useSteadyQuery(ticketsQuery(workspace, apiQuery, query));
}
