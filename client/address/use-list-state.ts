import { useCallback, useMemo } from 'react';
import { navigate, useHistoryState, usePathname, useSearch } from 'wouter/use-browser-location';
import { DEFAULT_QUERY, type TicketQuery } from '../../contract/index.ts';
import { formatAddress } from './address.ts';
import { toApiQuery, useApiQuery, useCalendar } from './api-query.ts';
import type { Screen } from './screens.ts';

/**
 * What the history keeps beside the address: the snapshot that the list was read from. Back and reload
 * give the same rows by it, while a link that is sent to somebody shows them the newest.
 */
export interface HistoryEntry {
  readonly snapshot?: number;
  /** The snapshot that was on screen before newer data was shown: what has changed since is marked. */
  readonly since?: number;
  /** The named view that was in use: what differs from it later is a change of it. */
  readonly activeViewId?: string;
}

/**
 * Tells which named view a query is in, by its id: the one that it equals, else the one that the reader came from.
 * Null where there is none.
 */
export type FindActiveView = (query: TicketQuery, cameFrom: string | null) => string | null;

export interface ListState {
  readonly workspace: string;
  readonly screen: Screen;
  /** The query of the address, with the snapshots (`at`, `since`) of this history entry. */
  readonly query: TicketQuery;
  /** The same as the server is asked it: days counted from today are instants, and columns are no matter. */
  readonly apiQuery: TicketQuery;
  readonly ticket: number | null;
  /** The named view that is in use, changed or not, by its id; null for none. */
  readonly activeViewId: string | null;
  /** Asks another question: the list starts at page 1 of the newest snapshot. */
  readonly updateQuery: (change: Partial<TicketQuery>, options?: UpdateOptions) => void;
  /** Turns the page within the same snapshot. */
  readonly goToPage: (page: number, options?: { readonly ticket?: number | null }) => void;
  /** Changes how the list looks, with the same rows in it. */
  readonly setColumns: (change: Pick<TicketQuery, 'columns'>) => void;
  /** Opens a ticket over the list, or closes it. */
  readonly open: (ticket: number | null, options?: { readonly replace?: boolean }) => void;
  /**
   * Notes which snapshot the list was read from; null to go on to the newest where no row can move. This, and what
   * follows, does nothing once the reader has gone elsewhere.
   */
  readonly pin: (snapshot: number | null) => void;
  /** Shows the newest data, with marks on what has changed. */
  readonly showNewest: () => void;
  /** Counts what is on screen as a named view from now on. */
  readonly setActiveView: (activeViewId: string) => void;
}

interface UpdateOptions {
  readonly replace?: boolean;
  /** Another screen than this one to show the answer on. */
  readonly screen?: Screen;
  /** The named view that is asked for; otherwise the one in use stays. */
  readonly activeViewId?: string;
}

interface ListStateOptions {
  /** The same function until the named views change. */
  readonly findActiveView: FindActiveView;
  /** Told each question before the address has it: its answer can be on its way while the screen is drawn. */
  readonly prefetch: (apiQuery: TicketQuery) => void;
}

/** The view that the address holds, and the ways to change it. */
export function useListState(
  workspace: string,
  screen: Screen,
  urlQuery: TicketQuery,
  ticket: number | null,
  { findActiveView, prefetch }: ListStateOptions,
): ListState {
  const {
    snapshot: at = null,
    since = null,
    activeViewId: cameFrom = null,
  } = useHistoryState<HistoryEntry | null>() ?? {};
  const query = useMemo(() => ({ ...urlQuery, at, since }), [urlQuery, at, since]);
  const apiQuery = useApiQuery(query);
  const calendar = useCalendar();
  const activeViewId = findActiveView(query, cameFrom);
  const address = `${usePathname()}${useSearch()}`;

  const go = useCallback(
    (next: TicketQuery, { ticket: item, screen: on, activeViewId: from }: Destination, replace: boolean) => {
      const state: HistoryEntry = {
        ...(next.at !== null && { snapshot: next.at }),
        ...(next.since !== null && { since: next.since }),
        ...(from !== null && { activeViewId: from }),
      };
      const place = { screen: on, item: on === 'tickets' ? item : null };
      navigate(formatAddress(workspace, next, place), { replace, state });
    },
    [workspace],
  );

  return useMemo(() => {
    const here = { ticket, screen, activeViewId };
    // What comes late must not take back somebody who has gone on.
    const stay = (next: TicketQuery, there: Destination) => {
      if (`${location.pathname}${location.search}` === address) go(next, there, true);
    };
    const pushQuery = (next: TicketQuery, there: Destination, replace: boolean) => {
      // A meeting reads a list of its own.
      if (there.screen !== 'triage') prefetch(toApiQuery(next, calendar));
      go(next, there, replace);
    };
    return {
      workspace,
      screen,
      query,
      apiQuery,
      ticket,
      activeViewId,
      updateQuery: (change, { replace = false, ...there } = {}) =>
        pushQuery(
          { ...query, page: DEFAULT_QUERY.page, ...change, at: null, since: null },
          { ...here, ...there },
          replace,
        ),
      goToPage: (page, { ticket: next = ticket } = {}) =>
        pushQuery({ ...query, page }, { ...here, ticket: next }, false),
      setColumns: (change) => go({ ...query, ...change }, here, true),
      open: (next, { replace = false } = {}) =>
        go(query, { ...here, ticket: next, screen: next === null ? screen : 'tickets' }, replace),
      pin: (snapshot) => stay({ ...query, at: snapshot }, here),
      showNewest: () => stay({ ...query, at: null, since: query.at }, here),
      setActiveView: (next) => stay(query, { ...here, activeViewId: next }),
    };
  }, [workspace, screen, query, apiQuery, ticket, activeViewId, address, calendar, go, prefetch]);
}

/** Where a change of the view leads, besides the query. */
interface Destination {
  readonly ticket: number | null;
  readonly screen: Screen;
  readonly activeViewId: string | null;
}

/** The path and the search of the address bar, live. */
export function useLocationParts(): { readonly pathname: string; readonly search: string } {
  return { pathname: usePathname(), search: useSearch() };
}
