import { useCallback, useMemo } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { DEFAULT_QUERY, parseTicketId, type TicketQuery } from '../../contract/index.ts';
import { formatAddress } from './address.ts';
import { toApiQuery, useApiQuery, useCalendar } from './api-query.ts';
import { type CurrentAddress, currentAddress } from './current-address.ts';
import { storeEntry } from './history-entry.ts';
import { type Screen, screenParams } from './screens.ts';

/**
 * Tells which named view a query is in, by its id: the one that it equals, else the one that the reader came from.
 * Null where there is none.
 */
export type FindActiveView = (query: TicketQuery, cameFrom: string | null) => string | null;

/** The state of a list, and the ways to change it. It stays the same object while tickets are opened over it. */
export interface ListState {
  readonly workspace: string;
  readonly screen: Screen;
  /** The query of the address, with the snapshots (`at`, `since`) of this history entry. */
  readonly query: TicketQuery;
  /** The query as the server gets it: days counted from today are instants, and columns are no matter. */
  readonly apiQuery: TicketQuery;
  /** The named view that is in use, changed or not, by its id; null for none. */
  readonly activeViewId: string | null;
  /** Changes the query: the list starts at page 1 of the newest snapshot. */
  readonly updateQuery: (change: Partial<TicketQuery>, options?: UpdateOptions) => void;
  /** Turns the page within the same snapshot. */
  readonly goToPage: (page: number, options?: { readonly ticket?: number | null }) => void;
  /** Changes how the list looks, with the same rows in it. */
  readonly setColumns: (change: Pick<TicketQuery, 'columns'>) => void;
  /** Opens a ticket over the list, or closes it. */
  readonly open: (ticket: number | null, options?: { readonly replace?: boolean }) => void;
  /**
   * Notes which snapshot the list was read from; null to go on to the newest where no row can move. This, and what
   * follows, does nothing once the reader has gone to another list or screen.
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
  /** The saved view to open; otherwise the active one stays. */
  readonly activeViewId?: string;
}

interface ListStateOptions {
  /** The same function until the named views change. */
  readonly findActiveView: FindActiveView;
  /** Gets each query before the address has it: its answer can be on its way while the screen is drawn. */
  readonly prefetch: (apiQuery: TicketQuery, urlQuery: TicketQuery) => void;
}

/** Target of a change of the list, besides the query. */
interface Destination {
  readonly ticket: number | null;
  readonly screen: Screen;
  readonly activeViewId: string | null;
}

/** The list's state as the address holds it. */
export function useAddressListState(
  workspace: string,
  screen: Screen,
  urlQuery: TicketQuery,
  { search, entry: { at, since, activeViewId: cameFrom } }: Pick<CurrentAddress, 'search' | 'entry'>,
  { findActiveView, prefetch }: ListStateOptions,
): ListState {
  const query = useMemo(() => ({ ...urlQuery, at, since }), [urlQuery, at, since]);
  const apiQuery = useApiQuery(query);
  const calendar = useCalendar();
  const activeViewId = findActiveView(query, cameFrom);

  const go = useCallback(
    (next: TicketQuery, { ticket, screen: on, activeViewId: from }: Destination, replace: boolean) => {
      const place = {
        screen: on,
        item: on === 'tickets' ? ticket : null,
        params: on === screen ? screenParams(on, location.search) : [],
      };
      const state = storeEntry({ at: next.at, since: next.since, activeViewId: from });
      navigate(formatAddress(workspace, next, place), { replace, state });
    },
    [workspace, screen],
  );

  return useMemo(() => {
    // Which ticket is open is read when it matters, so that opening another one makes no other list.
    const here = (): Destination => ({ ticket: openTicket(), screen, activeViewId });
    // What comes late must not take back somebody who has gone on.
    const stay = (next: TicketQuery, change: Partial<Destination> = {}) => {
      if (isOnScreen(workspace, screen, search)) go(next, { ...here(), ...change }, true);
    };
    const pushQuery = (next: TicketQuery, there: Destination, replace: boolean) => {
      // A meeting reads a list of its own.
      if (there.screen !== 'triage') prefetch(toApiQuery(next, calendar), next);
      go(next, there, replace);
    };
    return {
      workspace,
      screen,
      query,
      apiQuery,
      activeViewId,
      updateQuery: (change, { replace = false, ...there } = {}) =>
        pushQuery(
          // A part of the screen that is drawn later still holds the query of before for a moment.
          {
            ...(currentQuery(workspace, screen) ?? query),
            page: DEFAULT_QUERY.page,
            ...change,
            at: null,
            since: null,
          },
          { ...here(), ...there },
          replace,
        ),
      goToPage: (page, { ticket = openTicket() } = {}) =>
        pushQuery({ ...query, page }, { ...here(), ticket }, false),
      setColumns: (change) => go({ ...query, ...change }, here(), true),
      open: (ticket, { replace = false } = {}) =>
        go(query, { ...here(), ticket, screen: ticket === null ? screen : 'tickets' }, replace),
      pin: (snapshot) => stay({ ...query, at: snapshot }),
      showNewest: () => stay({ ...query, at: null, since: query.at }),
      setActiveView: (next) => stay(query, { activeViewId: next }),
    };
  }, [workspace, screen, search, query, apiQuery, activeViewId, calendar, go, prefetch]);
}

/** The ticket that the address has open; null for none. */
function openTicket(): number | null {
  const { address } = currentAddress();
  return address?.screen === 'tickets' && address.item !== null ? parseTicketId(address.item) : null;
}

/** The query of the address by now; null when it has gone to another screen, or holds none. */
function currentQuery(workspace: string, screen: Screen): TicketQuery | null {
  const { address } = currentAddress();
  const isHere = address?.workspace === workspace && address.screen === screen;
  return isHere && address.query.ok ? address.query.query : null;
}

/** Whether the address still leads to that list on that screen, whatever ticket is open over it. */
function isOnScreen(workspace: string, screen: Screen, search: string): boolean {
  const { address, search: current } = currentAddress();
  return address?.workspace === workspace && address.screen === screen && current === search;
}
