import { useEffect, useLayoutEffect, useRef } from 'react';
import { Empty } from '../../states/empty.tsx';
import { ListFailure } from '../../states/list-failure.tsx';
import { Loading } from '../../states/loading.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { MAIN_PART } from '../../ui/skip-link.tsx';
import { useShownList } from '../../workspace/workspace-context.ts';
import { registerRows } from '../focus/row-focus.ts';
import { Pager } from '../paging/pager.tsx';
import { PrintedPage } from '../paging/printed-page.tsx';
import styles from './list.module.css';

const TicketRows = lazyPart(() => import('./ticket-rows.tsx').then((it) => it.TicketRows), {
  name: 'The list',
  place: 'screen',
  waiting: <Loading />,
  isUrgent: true,
});

interface ListProps {
  /** Whether something floats over the list's end, and the last rows need to be scrolled clear of it. */
  readonly roomAtEnd: boolean;
}

/** The tickets, or what stands in their place: four different things to look at. */
export function List({ roomAtEnd }: ListProps) {
  const { list, isStale, error } = useShownList();
  const scroller = useRef<HTMLDivElement>(null);
  const page = list?.page.number;
  useLayoutEffect(() => (scroller.current === null ? undefined : registerRows(scroller.current)), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is read from its top, and nothing else scrolls
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [page]);

  return (
    <>
      <div className={styles.stage}>
        <div
          ref={scroller}
          className={styles.scroller}
          data-room-at-end={roomAtEnd}
          // The table's own stops are few, and the first of them is its first row's way in.
          id={MAIN_PART}
          tabIndex={-1}
          data-printed
        >
          {list !== null && error === null && <PrintedPage list={list} />}
          <Content />
        </div>
        <div className={styles.veil} data-stale={isStale} />
      </div>
      {list !== null && error === null && list.page.total > 0 && <Pager page={list.page} />}
    </>
  );
}

function Content() {
  const { list, error } = useShownList();
  if (error !== null) return <ListFailure error={error} />;
  if (list === null) return <Loading />;
  if (list.tickets.length === 0) return <Empty list={list} />;
  return <TicketRows list={list} />;
}
