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
  const { groups = [], others } = trends;
  const group = trends.by ?? by;
  const sorted = sortScorecards(cards, sort);
  const shown = isWhole ? sorted : sorted.slice(0, FIRST);
  const Body = isNarrow ? ScorecardCards : ScorecardTable;
  return (
    <section className={styles.part} aria-label="Scorecards">
      <div className={styles.head}>
        <h2 className={styles.title}>Scorecards</h2>
        <fieldset className={bar.spans} aria-label="Scorecards by" data-pressed-only>
          {TREND_GROUPS.map((choice) => (
            <button
              key={choice}
              type="button"
              className={bar.span}
              aria-pressed={choice === by}
              onClick={() => onBy(choice)}
            >
              {NAME_TITLES[choice]}
            </button>
          ))}
        </fieldset>
      </div>
      <Body cards={shown} by={group} isNow={runningBucket(trends) !== null} sort={sort} onSort={onSort} />
      {cards.length === 0 && <p className={styles.none}>There are none of these tickets to tell apart.</p>}
      {cards.length > FIRST && (
        <Button variant="plain" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? `Show the first ${FIRST}` : `Show all ${formatCountOf(groups.length, group)}`}
        </Button>
      )}
      {others !== undefined && (
        <p className={styles.none}>
          {`The ${formatCountOf(groups.length, group)} with the most open tickets are told apart; ${formatCountOf(others.count, 'other comes', 'others come')} last, together.`}
        </p>
      )}
    </section>
  );
}
