import { useHistoryState, usePathname, useSearch } from 'wouter/use-browser-location';
import { type Address, parseAddress } from './address.ts';
import { type HistoryEntry, readEntry } from './history-entry.ts';
import { memoizeLast } from './memoize-last.ts';

/** The address bar and its history entry, read together. */
export interface CurrentAddress {
  readonly pathname: string;
  readonly search: string;
  /** Null for an address that no screen has. */
  readonly address: Address | null;
  readonly entry: HistoryEntry;
}

/** Every reader shares one reading of each change. */
const readCurrent = memoizeLast(
  (pathname: string, search: string, state: unknown): CurrentAddress => ({
    pathname,
    search,
    address: parseAddress(pathname, search),
    entry: readEntry(state),
  }),
);

/** The current address, live: the same object until it changes. */
export function useCurrentAddress(): CurrentAddress {
  return readCurrent(usePathname(), useSearch(), useHistoryState());
}

/** The current address for an event that has just happened. */
export function currentAddress(): CurrentAddress {
  return readCurrent(location.pathname, location.search, history.state);
}
