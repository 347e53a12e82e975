import type { TicketQuery } from '../../contract/index.ts';
import { formatCount } from '../format/numbers.ts';
import { ListLink } from '../workspace/list-link.tsx';
import { useDeletedCount } from '../workspace/use-deleted-count.ts';
import { useListState } from '../workspace/workspace-context.ts';
import styles from './deleted-note.module.css';
import { withFilters } from './with-filters.ts';

/** Number of deleted tickets missing from a query's total, where there are any: a link that includes them. */
export function DeletedNote({ query }: { readonly query: TicketQuery }) {
  const listState = useListState();
  const count = useDeletedCount(query);
  if (count === 0) return null;
  return (
    <ListLink
      className={styles.note}
      query={withFilters(listState.query, { deleted: 'include' })}
      screen={listState.screen}
      title="Include deleted tickets"
    >
      {formatCount(count)} deleted left out
    </ListLink>
  );
}
