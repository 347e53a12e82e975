import { useWorkspace } from '../desk/desk-context.ts';
import { ListLink } from '../desk/list-link.tsx';
import { withFilters } from '../filters/narrow.ts';
import { formatCount, formatCountOf } from '../format/numbers.ts';
import { formatShare, type Handoffs } from './flows.ts';
import styles from './movement.module.css';

/** How many of the tickets are no longer where they began. */
export function MovedSentence({ movement: { moved, total } }: { readonly movement: Handoffs }) {
  const { listState } = useWorkspace();
  const all = <ListLink query={withFilters(listState.query, {})}>{formatCountOf(total, 'ticket')}</ListLink>;
  if (moved === 0) {
    return <p className={styles.sentence}>None of {all} moved: each is in the segment where it began.</p>;
  }
  return (
    <p className={styles.sentence}>
      <ListLink query={withFilters(listState.query, { moved: true })}>{formatCount(moved)}</ListLink> of {all}{' '}
      moved to another segment ({formatShare(moved, total)})
    </p>
  );
}
