import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DEFAULT_QUERY, type Summary } from '../../contract/index.ts';
import { ApiProblem } from '../api/request.ts';
import { useDesk } from '../desk/desk-context.ts';
import { NO_FILTERS } from '../filters/change-filters.ts';
import { MAIN_PART } from '../ui/skip-link.tsx';
import styles from './counted.module.css';
import { Empty } from './empty.tsx';
import { Failing } from './failing.tsx';
import { Loading } from './loading.tsx';

interface CountedProps {
  readonly result: UseQueryResult<Summary>;
  /** What to say when the list has tickets and nothing of it was counted. */
  readonly nothing?: ReactNode;
  readonly children: (summary: Summary) => ReactNode;
}

/** A screen that shows counts instead of a list, or what stands in its place. */
export function Counted({ result, nothing = null, children }: CountedProps) {
  const { view, list, status, turning, error } = useDesk();
  const { data: summary } = result;
  const failure = error ?? (isGone(result.error) ? null : result.error);
  if (failure !== null) {
    const onClear = () => view.ask({ ...NO_FILTERS, sort: DEFAULT_QUERY.sort });
    return <Failing error={failure} status={status} onClear={onClear} />;
  }
  if (list === null || summary === undefined) return <Loading />;
  if (summary.total.count === 0) return list.page.total === 0 ? <Empty list={list} /> : nothing;
  return (
    <div
      className={styles.scroller}
      data-turning={turning || result.isPlaceholderData}
      id={MAIN_PART}
      tabIndex={-1}
      data-printed
    >
      {children(summary)}
    </div>
  );
}

/** The list goes on to a newer snapshot by itself, and the counts with it. */
function isGone(error: Error | null): boolean {
  return error instanceof ApiProblem && error.problem.code === 'snapshot-gone';
}
