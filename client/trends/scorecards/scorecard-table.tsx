import { ArrowDown, ArrowUp } from 'lucide-react';
import type { TrendGroup } from '../../../contract/index.ts';
import { ListLink } from '../../workspace/list-link.tsx';
import { useListState } from '../../workspace/workspace-context.ts';
import { groupList, isOfNone, ScoreFigure } from './score-figure.tsx';
import styles from './scorecard-table.module.css';
import { MEASURE_KEYS, MEASURES, nextSort, type Scorecard, type ScorecardSort } from './scorecards.ts';

export interface ScorecardsProps {
  /** In the order to show. */
  readonly cards: readonly Scorecard[];
  readonly by: TrendGroup;
  readonly isNow: boolean;
  readonly sort: ScorecardSort;
  readonly onSort: (sort: ScorecardSort) => void;
}

/** Titles of the column of names. */
export const NAME_TITLES: Readonly<Record<TrendGroup, string>> = { segment: 'Segment', assignee: 'Assignee' };

/** A row for each segment or person; a head sorts by its column. */
export function ScorecardTable({ cards, by, isNow, sort, onSort }: ScorecardsProps) {
  return (
    <table className={styles.table} aria-label={`Scorecards by ${by}`}>
      <thead>
        <tr>
          <Head column="name" title={NAME_TITLES[by]} sort={sort} onSort={onSort} />
          {MEASURE_KEYS.map((measure) => (
            <Head
              key={measure}
              column={measure}
              title={MEASURES[measure].title}
              sort={sort}
              onSort={onSort}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {cards.map((card) => (
          <tr key={card.value ?? ''}>
            <th scope="row">
              <GroupLink card={card} by={by} />
            </th>
            {MEASURE_KEYS.map((measure) => (
              <td key={measure}>
                <ScoreFigure card={card} measure={measure} by={by} isNow={isNow} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeadProps extends Pick<ScorecardsProps, 'sort' | 'onSort'> {
  readonly column: ScorecardSort['column'];
  readonly title: string;
}

function Head({ column, title, sort, onSort }: HeadProps) {
  const isSorted = sort.column === column;
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  return (
    <th scope="col" {...(isSorted && { 'aria-sort': sort.descending ? 'descending' : 'ascending' })}>
      <button type="button" className={styles.sort} onClick={() => onSort(nextSort(sort, column))}>
        {title}
        <Arrow aria-hidden className={styles.arrow} data-sorted={isSorted} />
      </button>
    </th>
  );
}

/** The name of a segment or a person, which leads to their open tickets; no list is of those together. */
export function GroupLink({ card, by }: { readonly card: Scorecard; readonly by: TrendGroup }) {
  const listState = useListState();
  if (card.value === null) return <i>{card.label}</i>;
  return (
    <ListLink className={styles.name} query={groupList(listState.query, by, card.value)}>
      <bdi data-none={isOfNone(card)}>{card.label}</bdi>
    </ListLink>
  );
}
