import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronDown, Radio, RefreshCw } from 'lucide-react';
import { useRef, useState } from 'react';
import type { SnapshotStatus } from '../../contract/index.ts';
import { requestRefresh } from '../api/snapshot.ts';
import { formatCount, formatCountOf } from '../format/numbers.ts';
import { changeSettings, useSettings } from '../settings/settings.ts';
import { Button } from '../ui/button.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { Announcement } from '../ui/visually-hidden.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import styles from './snapshot-strip.module.css';

const SnapshotFacts = lazyPart(() => import('./snapshot-facts.tsx').then((it) => it.SnapshotFacts), {
  name: 'Data status',
  place: 'over',
});

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
        variant="plain"
        aria-disabled={isPending}
        title={failure || `Read all tickets again${price && `: ${price}`}. ${left}.`}
        onClick={() => isPending || mutate()}
      >
        <RefreshCw aria-hidden />
        <span>{failure ? 'Refresh failed' : 'Refresh'}</span>
      </Button>
      <Announcement>{failure}</Announcement>
    </>
  );
}

/** Toggle of the auto-update, as for a wall screen: newer data is shown as it comes. */
export function FollowButton() {
  const { following } = useSettings();
  return (
    <Button
      variant="plain"
      className={styles.follow ?? ''}
      aria-pressed={following}
      title={following ? 'New data is loaded as it comes' : 'Paused: click to load new data as it comes'}
      onClick={() => changeSettings({ following: !following })}
    >
      <Radio aria-hidden />
      <span>Auto-update</span>
    </Button>
  );
}

/** Button that opens the data's status. */
export function FactsButton({ status }: { readonly status: SnapshotStatus }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        variant="plain"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Data status
        <ChevronDown aria-hidden />
      </Button>
      {open && <SnapshotFacts status={status} anchor={button} onClose={close} />}
    </>
  );
}
