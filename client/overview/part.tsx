import type { ReactNode } from 'react';
import { describeFailure } from '../api/describe-failure.ts';
import { FailedLine } from '../ui/failed-line.tsx';
import { useOutage } from '../workspace/workspace-context.ts';
import type { Counts } from './counts.ts';
import styles from './part.module.css';
import type { Failure } from './use-counts.ts';

interface PartProps {
  readonly title: string;
  /** What the title leaves out, beside it. */
  readonly note?: ReactNode;
  readonly counts: Counts | null;
  readonly isStale: boolean;
  readonly failure: Failure | null;
  readonly children: (counts: Counts) => ReactNode;
}

/** One picture of the overview, or why it is not there, in the same place. */
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
          words={`These are the previous numbers. ${describeFailure(failure.error)}`}
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
        <FailedLine words={`This could not be counted. ${describeFailure(failure.error)}`} {...failure} />
      </div>
    );
  }
  if (counts === null) return <p className={styles.instead}>Counting …</p>;
  if (counts.total.count === 0) return <p className={styles.instead}>No tickets match.</p>;
  return children(counts);
}

/** What the pointer or the keys are at, in a place of its own, so that nothing moves. */
export function Readout({ children }: { readonly children: ReactNode }) {
  return <p className={styles.readout}>{children}</p>;
}
