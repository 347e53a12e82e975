import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, LoaderCircle, RefreshCw, TriangleAlert } from 'lucide-react';
import type { SnapshotStatus } from '../../../contract/index.ts';
import { requestRefresh } from '../../api/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Announcement } from '../../ui/visually-hidden.tsx';
import { useQueue } from '../queue-context.ts';
import { describeSnapshot, type SilentSince } from './describe-snapshot.ts';
import { NewerData } from './newer-data.tsx';
import styles from './snapshot-strip.module.css';
import { useTimeLeft } from './use-time-left.ts';

const ICONS = { good: CircleCheck, busy: LoaderCircle, warn: TriangleAlert, fail: CircleAlert } as const;

interface SnapshotStripProps {
  readonly status: SnapshotStatus;
  readonly silentSince: SilentSince;
}

/** How old the data is, whether it is whole, and what happens next; on every screen. */
export function SnapshotStrip({ status, silentSince }: SnapshotStripProps) {
  const now = useNow(1000);
  const { tone, sentence, details } = describeSnapshot(status, now, silentSince);
  const timeLeft = useTimeLeft(status, now);
  const Icon = ICONS[tone];
  return (
    <section className={styles.strip} data-tone={tone} aria-label="State of the data">
      <Icon aria-hidden className={styles.icon} />
      <p className={styles.words}>
        <strong className={styles.sentence}>{sentence}</strong>
        {[timeLeft, ...details].map((detail) => detail && <span key={detail}>{detail}</span>)}
      </p>
      <NewerData status={status} />
      <Refresh />
      <Progress status={status} />
      <Announcement>{tone === 'fail' ? sentence : ''}</Announcement>
    </section>
  );
}

function Refresh() {
  const { view } = useQueue();
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => requestRefresh(view.workspace),
    onSettled: () => client.invalidateQueries({ queryKey: ['snapshot', view.workspace] }),
  });
  return (
    <Button look="plain" aria-disabled={isPending} onClick={() => isPending || mutate()}>
      <RefreshCw aria-hidden />
      Refresh
    </Button>
  );
}

function Progress({ status: { state, loaded, total } }: { readonly status: SnapshotStatus }) {
  if (state !== 'loading') return null;
  return (
    <progress
      className={styles.progress}
      aria-label="Tickets read"
      {...(total !== null && { value: loaded, max: Math.max(total, 1) })}
    />
  );
}
