import { CircleAlert, CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { SnapshotStatus } from '../../contract/index.ts';
import { describeFailure } from '../api/describe-failure.ts';
import { useServerNow } from '../clock/use-server-now.ts';
import { useZone } from '../settings/settings.ts';
import { RetryButton, RetryCountdown } from '../ui/retry.tsx';
import { Announcement } from '../ui/visually-hidden.tsx';
import { useOutage, useShownList } from '../workspace/workspace-context.ts';
import { describeSnapshot } from './describe-snapshot.ts';
import { NewerData } from './newer-data.tsx';
import styles from './snapshot-strip.module.css';
import { FactsButton, FollowButton, RefreshButton } from './strip-buttons.tsx';
import { useTimeLeft } from './use-time-left.ts';

const ICONS = { good: CircleCheck, busy: LoaderCircle, warn: TriangleAlert, fail: CircleAlert } as const;

/** Age and completeness of the data, its failures and the next refresh; on every screen. */
export function SnapshotStrip({ status }: { readonly status: SnapshotStatus }) {
  const outage = useOutage();
  const { error } = useShownList();
  const now = useServerNow(1000);
  const zone = useZone();
  const { tone, sentence, details } = describeSnapshot(
    status,
    { now, zone },
    outage && {
      sentence: sentenceOf(outage.error),
      list: error !== null ? null : outage.previous ? 'previous' : 'last',
    },
  );
  const timeLeft = useTimeLeft(status, now);
  const Icon = ICONS[tone];
  return (
    <section
      className={styles.strip}
      data-tone={tone}
      data-outage={outage !== null}
      aria-label="State of the data"
    >
      <Icon aria-hidden className={styles.icon} />
      <p className={styles.words}>
        <strong className={styles.sentence} data-ended={sentence.endsWith('.')}>
          {sentence}
        </strong>{' '}
        {outage && <RetryCountdown {...outage} />}
        {[timeLeft, ...details].map((detail) => detail && <span key={detail}>{detail}</span>)}
      </p>
      {/* Without a list its own place says what is wrong, and offers the same. */}
      {outage !== null && error === null && (
        <RetryButton isRetrying={outage.isRetrying} onRetry={outage.retry} />
      )}
      {outage === null && <NewerData status={status} />}
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

function sentenceOf(error: Error): string {
  return navigator.onLine ? describeFailure(error) : 'This device is offline.';
}

/** The strip's place before anything is known, so that nothing moves when it is. */
export function WaitingStrip() {
  return (
    <section className={styles.strip} data-tone="busy" aria-label="State of the data">
      <LoaderCircle aria-hidden className={styles.icon} />
      <p className={styles.words}>Connecting…</p>
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
