import { useMemo } from 'react';
import type { SnapshotStatus } from '../../contract/index.ts';
import type { ListState } from '../address/use-address-list-state.ts';
import { isGone, isOnItsWay } from '../api/retry.ts';
import { useSettings } from '../settings/settings.ts';
import { showToast } from '../ui/toasts.ts';
import { nextPin } from './next-pin.ts';
import { useLastList } from './use-last-list.ts';
import { useListQuery } from './use-list-query.ts';
import { useMasked } from './use-masked.ts';
import { usePin } from './use-pin.ts';
import { useStatusPoll } from './use-status-poll.ts';
import { type Outage, useTrackOutage } from './use-track-outage.ts';
import type { ShownList } from './workspace-context.ts';

interface TicketListState {
  readonly shown: ShownList;
  readonly status: SnapshotStatus | null;
  readonly outage: Outage | null;
}

/**
 * The list of a view with the state of its data. The list stays pinned to the snapshot that it was first
 * read from; it goes on by itself only where no row can move: while the first tickets come in, when it has no rows or the
 * newer snapshot is the same under this query, when the pinned one is gone, and where the reader has asked to
 * follow. A list that cannot be had leaves the one before on screen.
 */
export function useTicketList(listState: ListState): TicketListState {
  const { following, masked: hidesNames } = useSettings();
  const page = useListQuery(listState);
  const poll = useStatusPoll(listState, page);
  const { list, address, isStale, isAnother } = useLastList(listState, page);
  const masked = useMasked(list, hidesNames);
  const outage = useTrackOutage(page, poll, list !== null && isAnother);

  const step = nextPin({
    at: listState.query.at,
    arrived: page.isStale ? null : (page.data ?? null),
    polled: poll.isStale ? null : (poll.data ?? null),
    following,
    isLost: isGone(page.error) || isGone(poll.error),
  });
  usePin(listState, step, tellOfLoss);

  const error = list === null ? failureIn(page.error) : null;
  return {
    shown: useMemo(() => ({ list: masked, address, isStale, error }), [masked, address, isStale, error]),
    status: poll.data ?? list?.snapshot ?? null,
    outage,
  };
}

function tellOfLoss(): void {
  showToast({
    id: 'snapshot-gone',
    text: 'The data that this list was read from is no longer kept: it now shows the newest.',
  });
}

/** Failure to show for a missing list: none while it is on its way. */
function failureIn(error: Error | null): Error | null {
  return isOnItsWay(error) || isGone(error) ? null : error;
}
