import { useCallback, useMemo } from 'react';
import { navigate, useHistoryState, usePathname, useSearch } from 'wouter/use-browser-location';
import { DEFAULT_QUERY, type TicketQuery } from '../../contract/index.ts';
import { formatAddress } from './address.ts';

/**
 * What the history keeps beside the address: the snapshot that the list was read from. Back and reload
 * give the same rows by it, while a link that is sent to somebody shows them the newest.
 */
interface Entry {
  readonly snapshot?: number;
  /** The snapshot that was on screen before newer data was shown: what has changed since is marked. */
  readonly since?: number;
}

export interface View {
  readonly workspace: string;
  /** The query of the address, with the snapshots (`at`, `since`) of this history entry. */
  readonly query: TicketQuery;
  readonly ticket: number | null;
  /** Asks another question: the list starts at page 1 of the newest snapshot. */
  readonly ask: (change: Partial<TicketQuery>, options?: { readonly replace?: boolean }) => void;
  /** Turns the page within the same snapshot. */
  readonly turnTo: (page: number, options?: { readonly ticket?: number | null }) => void;
  /** Opens a ticket over the list, or closes it. */
  readonly open: (ticket: number | null, options?: { readonly replace?: boolean }) => void;
  /** Notes which snapshot the list was read from; null to go on to the newest where no row can move. */
  readonly pin: (snapshot: number | null) => void;
  /** Shows the newest data, with marks on what has changed. */
  readonly showNewest: () => void;
}

/** The view that the address holds, and the ways to change it. */
export function useView(workspace: string, asked: TicketQuery, ticket: number | null): View {
  const { snapshot: at = null, since = null } = useHistoryState<Entry | null>() ?? {};
  const query = useMemo(() => ({ ...asked, at, since }), [asked, at, since]);

  const go = useCallback(
    (next: TicketQuery, nextTicket: number | null, replace: boolean) => {
      const state: Entry = {
        ...(next.at !== null && { snapshot: next.at }),
        ...(next.since !== null && { since: next.since }),
      };
      navigate(formatAddress(workspace, next, nextTicket), { replace, state });
    },
    [workspace],
  );

  return useMemo(
    () => ({
      workspace,
      query,
      ticket,
      ask: (change, { replace = false } = {}) =>
        go({ ...query, page: DEFAULT_QUERY.page, ...change, at: null, since: null }, ticket, replace),
      turnTo: (page, { ticket: next = ticket } = {}) => go({ ...query, page }, next, false),
      open: (next, { replace = false } = {}) => go(query, next, replace),
      pin: (snapshot) => go({ ...query, at: snapshot }, ticket, true),
      showNewest: () => go({ ...query, at: null, since: query.at }, ticket, true),
    }),
    [workspace, query, ticket, go],
  );
}

/** The path and the search of the address bar, live. */
export function useLocationParts(): { readonly pathname: string; readonly search: string } {
  return { pathname: usePathname(), search: useSearch() };
}
