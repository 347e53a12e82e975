import { CircleAlert, CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { SnapshotStatus } from '../../contract/index.ts';
import { RetryButton, RetryCountdown } from '../ui/retry.tsx';
import { Announcement } from '../ui/visually-hidden.tsx';
import { useOutage, useShownList } from '../workspace/workspace-context.ts';
import styles from './trouble-line.module.css';
import { useSnapshotSummary } from './use-snapshot-summary.ts';
import { useTimeLeft } from './use-time-left.ts';

const ICONS = { good: CircleCheck, busy: LoaderCircle, warn: TriangleAlert, fail: CircleAlert } as const;

/**
 * Failures, gaps and the first read, with what follows from them; nothing while all is well. It stands below the list,
 * so that no row moves when it comes or goes.
 */
export function TroubleLine({ status }: { readonly status: SnapshotStatus }) {
  const outage = useOutage();
  const { error } = useShownList();
  const { tone, sentence, details, isTrouble, now } = useSnapshotSummary(status);
  const timeLeft = useTimeLeft(status, now);
  const Icon = ICONS[tone];
  return (
    <>
      {isTrouble && (
        <section className={styles.line} data-tone={tone} aria-label="Trouble with the data">
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
          <Progress status={status} />
        </section>
      )}
      <Announcement>{tone === 'fail' ? sentence : ''}</Announcement>
    </>
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
