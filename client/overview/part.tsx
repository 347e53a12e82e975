import type { ReactNode } from 'react';
import { describeFailure } from '../api/describe-failure.ts';
import { FailedLine } from '../ui/failed-line.tsx';
import { useOutage } from '../workspace/workspace-context.ts';
import type { Counts } from './counts.ts';
import styles from './part.module.css';
import type { Failure } from './use-counts.ts';

interface PartProps {
  readonly title: string;
  /** Further details beside the title. */
  readonly note?: ReactNode;
  readonly counts: Counts | null;
  readonly isStale: boolean;
  readonly failure: Failure | null;
  readonly children: (counts: Counts) => ReactNode;
}

/** One chart of the overview, or in its place the reason why it is missing. */
export function Part({ title, note, counts, isStale, failure, children }: PartProps) {
  const outage = useOutage();
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {note}
      </div>
      {failure !== null && counts !== null && outage === null && (
        <FailedLine
          message={`These are the previous numbers. ${describeFailure(failure.error)}`}
          {...failure}
        />
      )}
      <div className={styles.body} data-stale={isStale}>
        <Body counts={counts} failure={failure}>
          {children}
        </Body>
      </div>
    </>
  );
}

function Body({ counts, failure, children }: Pick<PartProps, 'counts' | 'failure' | 'children'>) {
  if (failure !== null && counts === null) {
    return (
      <div className={styles.instead}>
        <FailedLine message={`This could not be counted. ${describeFailure(failure.error)}`} {...failure} />
      </div>
    );
  }
  if (counts === null) return <p className={styles.instead}>Counting …</p>;
  if (counts.total.count === 0) return <p className={styles.instead}>No tickets match.</p>;
  return children(counts);
}

/** Details of the item under the pointer or the keys, in a place of their own, so that nothing moves. */
export function Readout({ children }: { readonly children: ReactNode }) {
  return <p className={styles.readout}>{children}</p>;
}
