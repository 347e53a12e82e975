import { useMemo } from 'react';
import type { AnsweredList } from '../../api/tickets.ts';
import { useSettings } from '../../settings/settings.ts';
import { groupTickets, isInGroups, type PageGroup } from './ticket-groups.ts';

/** The groups of the page on screen; null where its rows are not grouped. */
export function useListGroups({ tickets, answers }: AnsweredList): readonly PageGroup[] | null {
  const { grouped } = useSettings();
  const isGrouped = grouped && isInGroups(answers.apiQuery);
  return useMemo(() => (isGrouped ? groupTickets(tickets) : null), [isGrouped, tickets]);
}
