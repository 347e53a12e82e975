import { ArrowRight, RefreshCw, TriangleAlert } from 'lucide-react';
import { formatRelative } from '../../format/dates.ts';
import type { Difference } from '../live/differences.ts';
import styles from './ticket-updates.module.css';

/** The news of a ticket since the meeting's copy was taken. */
export type TicketUpdate =
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'changed';
      readonly differences: readonly Difference[];
      /** The time of the ticket's last update; null when it has not changed. */
      readonly at: string | null;
    };

interface TicketUpdatesProps {
  readonly update: TicketUpdate | null;
  /** The time, in epoch milliseconds. */
  readonly now: number;
}

/** The changes of a ticket since the meeting's copy was taken. The card itself does not move. */
export function TicketUpdates({ update, now }: TicketUpdatesProps) {
  if (update === null) return null;
  if (update.kind === 'gone') {
    return (
      <p className={styles.updates} data-tone="warn">
        <TriangleAlert aria-hidden />
        QuestionPro no longer has this ticket. What you see is the meeting’s own copy.
      </p>
    );
  }
  const { differences, at } = update;
  return (
    <section className={styles.updates} aria-label="Changed since">
      <RefreshCw aria-hidden />
      <ul className={styles.list}>
        {differences.map(({ title, from, to, long }) => (
          <li key={title}>
            {long ? (
              <details className={styles.long}>
                <summary>The words have changed: show the new ones</summary>
                <p dir="auto">{to}</p>
              </details>
            ) : (
              <>
                {title}: <bdi>{from}</bdi> <ArrowRight aria-label="is now" /> <b>{to}</b>
              </>
            )}
          </li>
        ))}
        {at !== null && <li className={styles.when}>{formatRelative(at, now)}</li>}
      </ul>
    </section>
  );
}
