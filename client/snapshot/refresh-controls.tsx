import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import type { SnapshotStatus } from '../../contract/index.ts';
import { requestRefresh } from '../api/snapshot.ts';
import { formatCount, formatCountOf } from '../format/numbers.ts';
import { changeSettings, useSettings } from '../settings/settings.ts';
import { Button } from '../ui/button.tsx';
import { Announcement } from '../ui/visually-hidden.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import styles from './refresh-controls.module.css';

/** Delays after a refresh request before the state of the data is fetched, in milliseconds. */
const STATUS_DELAYS = [0, 700, 2_000];

/** Refreshes all data, and tells beforehand how many calls that costs. */
export function RefreshButton({ status: { calls, refresh } }: { readonly status: SnapshotStatus }) {
  const listState = useListState();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => requestRefresh(listState.workspace),
    // After a request the reader wants to see its effect: at once, and soon again.
    onSettled: () => {
      for (const delay of STATUS_DELAYS) {
        setTimeout(() => client.invalidateQueries({ queryKey: ['snapshot', listState.workspace] }), delay);
      }
    },
  });
  const price = refresh.price === null ? '' : formatCountOf(refresh.price, 'call');
  const left = `${formatCount(Math.max(0, calls.perDay - calls.today))} of today’s calls are left`;
  const failure = error === null ? '' : `The refresh could not be asked for: ${error.message}`;
  return (
    <>
      <Button
        aria-disabled={isPending}
        title={failure || `Read all tickets again${price && `: ${price}`}. ${left}.`}
        onClick={() => isPending || mutate()}
      >
        <RefreshCw aria-hidden />
        <span>{failure ? 'Refresh failed' : 'Refresh now'}</span>
      </Button>
      <Announcement>{failure}</Announcement>
    </>
  );
}

/** Toggle of the auto-update, as for a wall screen: newer data is shown as it comes. */
export function AutoUpdateSwitch() {
  const { following } = useSettings();
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        checked={following}
        onChange={({ target }) => changeSettings({ following: target.checked })}
      />
      <span>
        Auto-update
        <small>
          {following ? 'New data is shown as it comes' : 'Paused: new data is offered as it comes'}
        </small>
      </span>
    </label>
  );
}
