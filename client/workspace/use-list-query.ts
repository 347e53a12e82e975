import type { ListState } from '../address/use-address-list-state.ts';
import { type AnsweredList, ticketsQuery } from '../api/tickets.ts';
import { type Steady, useSteadyQuery } from '../api/use-steady-query.ts';

/** The server's answer to the current query; until it is there, or if it can't be had, the one before. */
export function useListQuery({ workspace, query, apiQuery }: ListState): Steady<AnsweredList> {
  return useSteadyQuery(ticketsQuery(workspace, apiQuery, query));
}
