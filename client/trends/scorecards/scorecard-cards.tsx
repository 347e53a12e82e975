import { Select } from '../../ui/select.tsx';
import { ScoreFigure } from './score-figure.tsx';
import styles from './scorecard-cards.module.css';
import { GroupLink, NAME_TITLES, type ScorecardsProps } from './scorecard-table.tsx';
import { MEASURE_KEYS, MEASURES, nextSort, type ScorecardSort } from './scorecards.ts';

/** A card for each segment or person, where a table has no room. */
export function ScorecardCards({ cards, by, isNow, sort, onSort }: ScorecardsProps) {
  return (
    <>
      <Select
        aria-label="Sort scorecards by"
        value={sort.column}
        onChange={({ target }) => {
          const column = target.value as ScorecardSort['column'];
          if (column !== sort.column) onSort(nextSort(sort, column));
        }}
      >
        <option value="name">{NAME_TITLES[by]}</option>
        {MEASURE_KEYS.map((measure) => (
          <option key={measure} value={measure}>
            Most: {MEASURES[measure].title.toLowerCase()}
          </option>
        ))}
      </Select>
      <ul className={styles.cards} aria-label={`Scorecards by ${by}`}>
        {cards.map((card) => (
          <li key={card.value ?? ''} className={styles.card}>
            <GroupLink card={card} by={by} />
            <dl className={styles.scores}>
              {MEASURE_KEYS.map((measure) => (
                <div key={measure} className={styles.score}>
                  <dt>{MEASURES[measure].title}</dt>
                  <dd>
                    <ScoreFigure card={card} measure={measure} by={by} isNow={isNow} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}
