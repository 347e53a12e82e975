import type { ReactNode } from 'react';
import { OverdueBadge, PriorityBadge, StatusBadge } from '../badges/badges.tsx';
import styles from './help.module.css';

const MARKS: readonly { readonly id: string; readonly mark: ReactNode; readonly meaning: string }[] = [
  { id: 'overdue', mark: <OverdueBadge overdue />, meaning: 'past its due time, says QuestionPro' },
  {
    id: 'critical',
    mark: <PriorityBadge priority="CRITICAL" />,
    meaning: 'the most urgent of four priorities',
  },
  { id: 'high', mark: <PriorityBadge priority="HIGH" />, meaning: 'urgent too' },
  { id: 'medium', mark: <PriorityBadge priority="MEDIUM" />, meaning: 'the usual' },
  { id: 'low', mark: <PriorityBadge priority="LOW" />, meaning: 'can wait' },
  { id: 'new', mark: <StatusBadge status="NEW" />, meaning: 'nobody has begun' },
  { id: 'open', mark: <StatusBadge status="OPEN" />, meaning: 'somebody is at it' },
  { id: 'escalated', mark: <StatusBadge status="ESCALATED" />, meaning: 'handed on to somebody higher' },
  {
    id: 'resolved',
    mark: <StatusBadge status="RESOLVED" />,
    meaning: 'done; every other status counts as open',
  },
];

/** Legend of the marks in the list. */
export function HelpMarks() {
  return (
    <section className={styles.section}>
      <h3 className={styles.group}>Marks</h3>
      <dl className={styles.lines} data-marks>
        {MARKS.map(({ id, mark, meaning }) => (
          <div key={id}>
            <dt>{mark}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
