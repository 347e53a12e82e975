import { useQuery } from '@tanstack/react-query';
import { maskTicket, parseSearch, parseTicketId, type Ticket } from '../../contract/index.ts';
import { ApiProblem } from '../api/request.ts';
import { retryInterval } from '../api/retry.ts';
import { ticketQuery } from '../api/ticket.ts';
import { badgeLabels } from '../badges/ticket-badges.tsx';
import { useSettings } from '../settings/settings.ts';
import { useRested } from '../workspace/use-rested.ts';
import { useListState, useShownList } from '../workspace/workspace-context.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** The pause in typing after which a ticket is fetched, in milliseconds. */
const REST = 150;

/** The ticket whose number is typed, alone or as a search takes it (`#1017`, `ticket 1017`); null for any other text. */
export function useTicketEntry(text: string): PaletteEntry | null {
  const listState = useListState();
  const { list } = useShownList();
  const { masked } = useSettings();
  const typed = idOf(text);
  const rested = useRested(typed, REST);
  const listed = list?.tickets.find(({ id }) => id === typed);
  const { data, error } = useQuery({
    ...ticketQuery(listState.workspace, rested ?? 0),
    enabled: rested !== null && listed === undefined,
    refetchInterval: retryInterval,
  });
  if (typed === null) return null;
  const ticket = listed ?? (data?.id === typed ? (masked ? maskTicket(data) : data) : undefined);
  const entry = { id: `ticket-${typed}`, group: 'Ticket' };
  if (ticket !== undefined) {
    return {
      ...entry,
      label: `Open ticket ${typed}`,
      detail: summarise(ticket),
      run: () => listState.open(typed),
    };
  }
  const failed = error !== null && rested === typed;
  return {
    ...entry,
    label: failed ? describeFailure(typed, error) : `Looking for ticket ${typed}…`,
    run: null,
  };
}

function idOf(text: string): number | null {
  const search = parseSearch(text);
  const [term, ...others] = search.ok ? search.terms : [];
  if (term === undefined || others.length > 0 || term.excluded) return null;
  if (term.kind !== 'ids') return term.kind === 'word' ? parseTicketId(term.text) : null;
  const [id = null, ...more] = term.ids;
  return more.length === 0 ? id : null;
}

function summarise(ticket: Ticket): string {
  return [...badgeLabels(ticket), ticket.description].filter(Boolean).join(' · ');
}

function describeFailure(id: number, error: Error): string {
  const unknown = error instanceof ApiProblem && error.problem.code === 'unknown-ticket';
  return unknown
    ? `There is no ticket ${id} in this workspace`
    : `Ticket ${id} cannot be had: ${error.message}`;
}
