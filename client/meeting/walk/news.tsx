import { ArrowRight, RefreshCw, TriangleAlert } from 'lucide-react';
import { formatRelative } from '../../format/dates.ts';
import type { Difference } from '../live/differences.ts';
import styles from './news.module.css';

/** What is known of a ticket besides the meeting's copy of it. */
export type NewsOfTicket =
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'changed';
      readonly differences: readonly Difference[];
      /** When the ticket was updated last; null when the upstream has not told it anew. */
      readonly at: string | null;
    };

interface NewsProps {
  readonly news: NewsOfTicket | null;
  /** The time, in epoch milliseconds. */
  readonly now: number;
}

/** What has become of the ticket since the meeting's copy was taken. The card itself does not move. */
export function News({ news, now }: NewsProps) {
  if (news === null) return null;
  if (news.kind === 'gone') {
    return (
      <p className={styles.news} data-tone="warn">
        <TriangleAlert aria-hidden />
        QuestionPro no longer has this ticket. What you see is the meeting’s own copy.
      </p>
    );
  }
  const { differences, at } = news;
  return (
    <section className={styles.news} aria-label="Changed since">
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
