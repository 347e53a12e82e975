import { ChartNoAxesColumn } from 'lucide-react';
import { memo } from 'react';
import { Button } from '../ui/button.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import styles from './overview.module.css';
import type { OverviewOpen } from './use-overview-open.ts';

const AgePriorityGrid = lazyPart(
  () => import('./grid/age-priority-grid.tsx').then((it) => it.AgePriorityGrid),
  { name: 'Age by priority', place: 'inline' },
);
const IssuedChart = lazyPart(() => import('./chart/issued-chart.tsx').then((it) => it.IssuedChart), {
  name: 'Issued over time',
  place: 'inline',
});

/** Overview of the tickets' age, priority and issue dates: two charts that filter the list below them. */
export const Overview = memo(function Overview() {
  return (
    <section className={styles.overview} aria-label="Overview" data-printed>
      <div className={styles.part}>
        <AgePriorityGrid />
      </div>
      <div className={styles.part}>
        <IssuedChart />
      </div>
    </section>
  );
});

/** The button that shows and hides the overview. */
export function OverviewButton({ open, toggle }: OverviewOpen) {
  return (
    <Button
      aria-expanded={open}
      data-command="overview"
      onClick={toggle}
      title="Age by priority, and tickets over time (o)"
    >
      <ChartNoAxesColumn aria-hidden />
      <span>Overview</span>
    </Button>
  );
}
