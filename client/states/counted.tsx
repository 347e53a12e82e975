import type { ReactNode } from 'react';
import type { Summary } from '../../contract/index.ts';
import { describeFailure } from '../api/describe-failure.ts';
import { isGone } from '../api/retry.ts';
import type { Steady } from '../api/use-steady-query.ts';
import { FailedLine } from '../ui/failed-line.tsx';
import { MAIN_PART } from '../ui/skip-link.tsx';
import { useOutage, useShownList } from '../workspace/workspace-context.ts';
import styles from './counted.module.css';
import { Empty } from './empty.tsx';
import { ListFailure } from './list-failure.tsx';
import { Loading } from './loading.tsx';

interface CountedProps {
  readonly result: Steady<Summary>;
  /** Message for a list with tickets of which none was counted. */
  readonly nothing?: ReactNode;
  readonly children: (summary: Summary) => ReactNode;
}

/** A screen that shows counts instead of a list, or what stands in its place. */
export function Counted({ result, nothing = null, children }: CountedProps) {
  const { list, isStale, error } = useShownList();
  const outage = useOutage();
  const { data: summary } = result;
  // The list goes on to a newer snapshot by itself, and the counts with it.
  const failure = isGone(result.error) ? null : result.error;
  if (error !== null) return <ListFailure error={error} />;
  if (failure !== null && summary === undefined) return <ListFailure error={failure} retrying={result} />;
  if (list === null || summary === undefined) return <Loading />;
  if (summary.total.count === 0) return list.page.total === 0 ? <Empty list={list} /> : nothing;
  return (
    <>
      {failure !== null && outage === null && (
        <div className={styles.failed}>
          <FailedLine message={`These are the previous numbers. ${describeFailure(failure)}`} {...result} />
        </div>
      )}
      <div
        className={styles.scroller}
        data-stale={isStale || result.isStale}
        id={MAIN_PART}
        tabIndex={-1}
        data-printed
      >
        {children(summary)}
      </div>
    </>
  );
}
