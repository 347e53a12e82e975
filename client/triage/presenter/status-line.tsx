import { CircleAlert, Plus, Snowflake } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MeetingHead } from '../../../contract/meeting/index.ts';
import { MAX_TICKETS } from '../../../contract/meeting/index.ts';
import { formatMoment } from '../../format/dates.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { useZone } from '../../settings/settings.ts';
import { Button } from '../../ui/button.tsx';
import type { LiveMeeting } from '../live/use-live-state.ts';
import { completenessLabel } from '../model/completeness-label.ts';
import styles from './presenter-screen.module.css';

interface StatusLineProps {
  readonly head: MeetingHead;
  readonly live: LiveMeeting;
  /** The failure of the reader's last action, in a sentence; null for none. */
  readonly failure: string | null;
  /** The time, in epoch milliseconds. */
  readonly now: number;
  readonly onAdd: () => void;
  /** Content at its end. */
  readonly children: ReactNode;
}

/** The status of a meeting: age of its data, connection, new tickets. */
export function StatusLine({ head, live, failure, now, onAdd, children }: StatusLineProps) {
  const zone = useZone();
  const { silentSince, status, liveState } = live;
  const newTickets = liveState?.newTickets ?? 0;
  const full = head.items.length >= MAX_TICKETS;
  const at = (instant: string) => formatMoment(instant, now, zone);
  return (
    <section className={styles.live} aria-label="State of the meeting">
      <span className={styles.snapshot}>
        <Snowflake aria-hidden />
        {head.snapshot.takenAt === null
          ? 'Snapshot of an unknown time'
          : `Snapshot ${at(head.snapshot.takenAt)}`}
        , {completenessLabel(head.snapshot)}
      </span>
      {silentSince !== null && (
        <span role="status" className={styles.failed}>
          <CircleAlert aria-hidden />
          Loopdesk’s server was last heard of at {at(new Date(silentSince).toISOString())}. The meeting goes
          on with its own copy.
        </span>
      )}
      {silentSince === null && status?.problem && (
        <span role="status" className={styles.failed}>
          <CircleAlert aria-hidden />
          {status.problem.message} Changes since {at(status.problem.since)} are not known.
        </span>
      )}
      {newTickets > 0 && (
        <Button className={styles.add} disabled={full} onClick={onAdd} title="Add them at the end (+)">
          <Plus aria-hidden />
          {full
            ? `${formatCount(newTickets)} new; a meeting has no room for more than ${formatCount(MAX_TICKETS)}`
            : `${formatCountOf(newTickets, 'new ticket')}: add at the end`}
        </Button>
      )}
      {failure !== null && (
        <span role="alert" className={styles.failed}>
          <CircleAlert aria-hidden />
          {failure}
        </span>
      )}
      <span className={styles.saved}>{children}</span>
    </section>
  );
}
