import { useMemo, useState } from 'react';
import type { Trends } from '../../contract/index.ts';
import { ChartCard } from './charts/chart-card.tsx';
import type { TrendsParams } from './period/trends-params.ts';
import { RecordingNote } from './recording-note.tsx';
import { MOST_OVERDUE } from './scorecards/scorecards.ts';
import { ScorecardsPart } from './scorecards/scorecards-part.tsx';
import styles from './trends-body.module.css';
import { useTrendsFigures } from './use-trends.ts';

interface TrendsBodyProps {
  readonly trends: Trends;
  readonly params: TrendsParams;
  readonly onParams: (next: TrendsParams) => void;
}

/** The charts of the trends, the four that matter most first, and the scorecards. */
export function TrendsBody({ trends, params, onParams }: TrendsBodyProps) {
  const { charts, changes, cards } = useTrendsFigures(trends, params);
  const [sort, setSort] = useState(MOST_OVERDUE);
  // The order of the scorecards has no chart drawn anew.
  const drawn = useMemo(
    () => (
      <>
        <div className={styles.charts}>
          {charts.map((chart) => (
            <ChartCard key={chart.id} chart={chart} trends={trends} />
          ))}
        </div>
        <div className={styles.changes}>
          {changes.map((chart) => (
            <ChartCard key={chart.id} chart={chart} trends={trends} small />
          ))}
        </div>
      </>
    ),
    [trends, charts, changes],
  );
  return (
    <>
      <RecordingNote trends={trends} />
      {drawn}
      <ScorecardsPart
        trends={trends}
        cards={cards}
        by={params.by}
        onBy={(by) => onParams({ ...params, by })}
        sort={sort}
        onSort={setSort}
      />
    </>
  );
}

const GHOSTS = ['opened', 'backlog', 'resolution', 'ageing'];

/** The charts' shape before their numbers are there. */
export function TrendsSkeleton() {
  return (
    <div className={styles.charts} role="status" aria-label="Loading the trends">
      {GHOSTS.map((ghost) => (
        <div key={ghost} className={styles.ghost} />
      ))}
    </div>
  );
}
