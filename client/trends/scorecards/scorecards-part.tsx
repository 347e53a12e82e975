import { useState } from 'react';
import { TREND_GROUPS, type TrendGroup, type Trends } from '../../../contract/index.ts';
import { formatCountOf } from '../../format/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { NARROW, useMediaQuery } from '../../ui/use-media-query.ts';
import { runningBucket } from '../charts/buckets.ts';
import bar from '../period/period-bar.module.css';
import { ScorecardCards } from './scorecard-cards.tsx';
import { NAME_TITLES, ScorecardTable } from './scorecard-table.tsx';
import { type Scorecard, type ScorecardSort, sortScorecards } from './scorecards.ts';
import styles from './scorecards-part.module.css';

interface ScorecardsPartProps {
  readonly trends: Trends;
  readonly cards: readonly Scorecard[];
  /** The field that is asked for; the answer may still be that of another. */
  readonly by: TrendGroup;
  readonly onBy: (by: TrendGroup) => void;
  readonly sort: ScorecardSort;
  readonly onSort: (sort: ScorecardSort) => void;
}

/** The most scorecards that are shown at first. */
const FIRST = 10;

/** Scorecards of segments or people. */
export function ScorecardsPart({ trends, cards, by, onBy, sort, onSort }: ScorecardsPartProps) {
  const [isWhole, setIsWhole] = useState(false);
  const isNarrow = useMediaQuery(NARROW);
  const sorted = sortScorecards(cards, sort);
  const shown = isWhole ? sorted : sorted.slice(0, FIRST);
  const Body = isNarrow ? ScorecardCards : ScorecardTable;
  return (
    <section className={styles.part} aria-label="Scorecards">
      <div className={styles.head}>
        <h2 className={styles.title}>Scorecards</h2>
        <fieldset className={bar.spans} aria-label="Scorecards by" data-pressed-only>
          {TREND_GROUPS.map((group) => (
            <button
              key={group}
              type="button"
              className={bar.span}
              aria-pressed={group === by}
              onClick={() => onBy(group)}
            >
              {NAME_TITLES[group]}
            </button>
          ))}
        </fieldset>
      </div>
      <Body
        cards={shown}
        by={trends.by ?? by}
        isNow={runningBucket(trends) !== null}
        sort={sort}
        onSort={onSort}
      />
      {cards.length === 0 && <p className={styles.none}>There are none of these tickets to tell apart.</p>}
      {cards.length > FIRST && (
        <Button variant="plain" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? `Show the first ${FIRST}` : `Show all ${formatCountOf(cards.length, by)}`}
        </Button>
      )}
    </section>
  );
}
