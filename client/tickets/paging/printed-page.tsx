import { sortLabel, type TicketList } from '../../../contract/index.ts';
import { formatCount } from '../../format/numbers.ts';
import { PrintedOnly } from '../../ui/printed-only.tsx';
import { useListState } from '../../workspace/workspace-context.ts';
import { formatRange } from './page-range.ts';
import styles from './printed-page.module.css';

/** The order of a printed list, and which part of it this is. */
export function PrintedPage({ list: { page } }: { readonly list: TicketList }) {
  const listState = useListState();
  return (
    <PrintedOnly className={styles.page}>
      <p>Order: {sortLabel(listState.query.sort)}</p>
      <p>
        Page {formatCount(page.number)} of {formatCount(Math.max(page.pages, 1))}: {formatRange(page)}
      </p>
    </PrintedOnly>
  );
}
