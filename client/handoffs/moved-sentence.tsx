import { activeFilters } from '../filters/active-filters.ts';
import { NO_FILTERS } from '../filters/change-filters.ts';
import { DeletedNote } from '../filters/deleted-note.tsx';
import { withFilters } from '../filters/with-filters.ts';
import { formatCount, formatCountOf } from '../format/numbers.ts';
import { useZone } from '../settings/settings.ts';
import { ListLink } from '../workspace/list-link.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import { formatShare, type Handoffs } from './flows.ts';
import styles from './moved-sentence.module.css';

/** Number of tickets that are no longer in their first segment, in a sentence. */
export function MovedSentence({ handoffs: { moved, total } }: { readonly handoffs: Handoffs }) {
  const listState = useListState();
  const zone = useZone();
  const all = <ListLink query={withFilters(listState.query, {})}>{formatCountOf(total, 'ticket')}</ListLink>;
  const hasFilters = activeFilters(listState.query, null, zone).length > 0;
  if (moved === 0) {
    return (
      <p className={styles.sentence}>
        None of {all} moved: each is in the segment where it began.{' '}
        {hasFilters && (
          <ListLink query={{ ...listState.query, ...NO_FILTERS }} screen="handoffs">
            Look at all tickets
          </ListLink>
        )}{' '}
        <small>
          <DeletedNote query={listState.apiQuery} />
        </small>
      </p>
    );
  }
  return (
    <p className={styles.sentence}>
      <ListLink query={withFilters(listState.query, { moved: true })}>{formatCount(moved)}</ListLink> of {all}{' '}
      moved to another segment ({formatShare(moved, total)}){' '}
      <small>
        <DeletedNote query={listState.apiQuery} />
      </small>
    </p>
  );
}
