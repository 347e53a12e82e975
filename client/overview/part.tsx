import type { ReactNode } from 'react';
import type { Counts } from './counts.ts';
import styles from './part.module.css';

interface PartProps {
  readonly title: string;
  /** What the title leaves out, beside it. */
  readonly note?: ReactNode;
  readonly counts: Counts | null;
  readonly turning: boolean;
  readonly failed: boolean;
  readonly children: (counts: Counts) => ReactNode;
}

/** One picture of the overview, or why it is not there, in the same place. */
export function Part({ title, note, counts, turning, failed, children }: PartProps) {
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {note}
      </div>
      <div className={styles.body} data-turning={turning}>
        <Body counts={counts} failed={failed}>
          {children}
        </Body>
      </div>
    </>
  );
}

function Body({ counts, failed, children }: Pick<PartProps, 'counts' | 'failed' | 'children'>) {
  if (failed)
    return <p className={styles.instead}>This could not be counted. It is tried again by itself.</p>;
  if (counts === null) return <p className={styles.instead}>Counting …</p>;
  if (counts.total.count === 0) return <p className={styles.instead}>No ticket matches.</p>;
  return children(counts);
}

/** What the pointer or the keys are at, in a place of its own, so that nothing moves. */
export function Readout({ children }: { readonly children: ReactNode }) {
  return <p className={styles.readout}>{children}</p>;
}
