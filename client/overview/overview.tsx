import { ChartNoAxesColumn } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Button } from '../ui/button.tsx';
import styles from './overview.module.css';
import type { OverviewOpen } from './use-overview-open.ts';

const AgePriorityGrid = lazy(() =>
  import('./grid/age-priority-grid.tsx').then((it) => ({ default: it.AgePriorityGrid })),
);
const IssuedChart = lazy(() =>
  import('./chart/issued-chart.tsx').then((it) => ({ default: it.IssuedChart })),
);

/** How old and how urgent the tickets are, and when they came: two pictures that filter the list below them. */
export function Overview() {
  return (
    <section className={styles.overview} aria-label="Overview" data-printed>
      <div className={styles.part}>
        <Suspense>
          <AgePriorityGrid />
        </Suspense>
      </div>
      <div className={styles.part}>
        <Suspense>
          <IssuedChart />
        </Suspense>
      </div>
    </section>
  );
}

/** The switch for it. */
export function OverviewButton({ open, toggle }: OverviewOpen) {
  return (
    <Button aria-expanded={open} onClick={toggle} title="Age by priority, and tickets over time (o)">
      <ChartNoAxesColumn aria-hidden />
      Overview
    </Button>
  );
}
