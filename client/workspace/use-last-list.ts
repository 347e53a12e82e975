import { useMemo } from 'react';
import { formatAddress } from '../address/address.ts';
import type { ListState } from '../address/use-address-list-state.ts';
import { isGone, isPermanent, isSignedOut } from '../api/retry.ts';
import type { AnsweredList } from '../api/tickets.ts';
import type { Steady } from '../api/use-steady-query.ts';

interface LastList {
  /** The last list that has come: an old one is better than none. Null where none can be an answer. */
  readonly list: AnsweredList | null;
  /** The address that `list` answers: the view's own, but for while the list is still the one before. */
  readonly address: string;
  /** Whether `list` is to be taken for an old one: its successor is on its way, or cannot be had. */
  readonly isStale: boolean;
  /** Whether `list` answers another query than the current one, snapshots aside. */
  readonly isAnother: boolean;
}

/** The list to show, by what it says that it answers. */
export function useLastList(
  { workspace, query, apiQuery }: ListState,
  { data, isStale, error }: Steady<AnsweredList>,
): LastList {
  return useMemo(() => {
    const own = formatAddress(workspace, query);
    if (data === undefined) return { list: null, address: own, isStale, isAnother: false };
    const { answers } = data;
    const isAnother =
      isStale && formatAddress(workspace, answers.apiQuery) !== formatAddress(workspace, apiQuery);
    return {
      list: isRefused(error) ? null : data,
      // Whatever the list is, it is shown in the columns of now.
      address: isStale ? formatAddress(workspace, { ...answers.urlQuery, columns: query.columns }) : own,
      // What answers this very question is no old list, though a newer one cannot be had.
      isStale: isStale && (error === null || isAnother),
      isAnother,
    };
  }, [workspace, query, apiQuery, data, isStale, error]);
}

/** Whether the server refuses the request for good: then no list is an answer to it. */
function isRefused(error: Error | null): boolean {
  return error !== null && !isGone(error) && !isSignedOut(error) && isPermanent(error);
}
