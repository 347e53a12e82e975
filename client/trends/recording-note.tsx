import { History } from 'lucide-react';
import type { Trends } from '../../contract/index.ts';
import { formatExact } from '../format/dates.ts';
import { useZone } from '../settings/settings.ts';
import { useSnapshotStatus } from '../workspace/workspace-context.ts';
import styles from './recording-note.module.css';

/** Notes on what is recorded at all: that it has only begun, and that it ends with the process. */
export function RecordingNote({ trends }: { readonly trends: Trends }) {
  const zone = useZone();
  const recording = useSnapshotStatus()?.recording;
  const { recordedSince } = trends;
  const hasBegun = recordedSince !== null && hasWhole(trends, recordedSince);
  const isFleeting = recording?.store === 'memory';
  if (hasBegun && !isFleeting) return null;
  return (
    <div className={styles.note}>
      <History aria-hidden />
      <div>
        {!hasBegun && (
          <p>
            <strong>
              {recordedSince === null
                ? 'Nothing is recorded yet.'
                : `Recording started just now, at ${formatExact(recordedSince, zone)}.`}
            </strong>{' '}
            QuestionPro keeps no history, so Loopdesk writes down what changes from read to read. Resolved
            tickets, backlog, time to resolve, ages and scorecards fill in from here on; what was opened is
            known from before.
          </p>
        )}
        {isFleeting && (
          <p>
            What is recorded is kept in memory and ends with Loopdesk’s process: nothing of it is on disk.
          </p>
        )}
      </div>
    </div>
  );
}

/** Whether a whole bucket has been recorded. */
function hasWhole({ buckets }: Trends, recordedSince: string): boolean {
  const since = Date.parse(recordedSince);
  return (
    buckets.some(({ from, complete }) => complete && Date.parse(from) >= since) || isOlder(buckets, since)
  );
}

/** Whether recording began before the period. */
function isOlder([first]: Trends['buckets'], since: number): boolean {
  return first !== undefined && since <= Date.parse(first.from);
}
