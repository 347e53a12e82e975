import { CircleAlert, CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { SnapshotStatus } from '../../contract/index.ts';
import { useServerNow } from '../clock/use-server-now.ts';
import { useZone } from '../settings/settings.ts';
import { Announcement } from '../ui/visually-hidden.tsx';
import { describeSnapshot } from './describe-snapshot.ts';
import { NewerData } from './newer-data.tsx';
import styles from './snapshot-strip.module.css';
import { FactsButton, FollowButton, RefreshButton } from './strip-buttons.tsx';
import { useTimeLeft } from './use-time-left.ts';

const ICONS = { good: CircleCheck, busy: LoaderCircle, warn: TriangleAlert, fail: CircleAlert } as const;

interface SnapshotStripProps {
  readonly status: SnapshotStatus;
  /** When the server was last heard of, in epoch milliseconds; null while it answers. */
  readonly silentSince: number | null;
}

/** How old the data is, whether it is whole, and what happens next; on every screen. */
export function SnapshotStrip({ status, silentSince }: SnapshotStripProps) {
  const now = useServerNow(1000);
  const zone = useZone();
  const { tone, sentence, details } = describeSnapshot(
    status,
    { now, zone },
    silentSince === null ? null : { since: silentSince, offline: !navigator.onLine },
  );
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
      <div className={styles.buttons}>
        <FactsButton status={status} />
        <FollowButton />
        <RefreshButton status={status} />
      </div>
      <Progress status={status} />
      <Announcement>{tone === 'fail' ? sentence : ''}</Announcement>
    </section>
  );
}

/** The strip's place before anything is known, so that nothing moves when it is. */
export function WaitingStrip() {
  return (
    <section className={styles.strip} data-tone="busy" aria-label="State of the data">
      <LoaderCircle aria-hidden className={styles.icon} />
      <p className={styles.words}>Asking Loopdesk’s server</p>
    </section>
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
