import { NONE, type TicketQuery, type TrendGroup } from '../../../contract/index.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { ListLink } from '../../workspace/list-link.tsx';
import { useListState } from '../../workspace/workspace-context.ts';
import { openList } from '../charts/bucket-lists.ts';
import { formatSigned } from '../charts/format-figures.ts';
import { Unknown } from '../charts/legend.tsx';
import styles from './score-figure.module.css';
import { MEASURES, type Measure, type Scorecard } from './scorecards.ts';
import { Sparkline } from './sparkline.tsx';

interface ScoreFigureProps {
  readonly card: Scorecard;
  readonly measure: Measure;
  readonly by: TrendGroup;
  /** Whether the numbers at the end are those of now, which lists have as well. */
  readonly isNow: boolean;
}

/** A measure's number, with its course and its change. */
export function ScoreFigure({ card, measure, by, isNow }: ScoreFigureProps) {
  const listState = useListState();
  const { value, change, values } = card.scores[measure];
  const { format, title } = MEASURES[measure];
  const list = isNow && card.value !== null ? listOf(measure, listState.query, by, card.value) : null;
  return (
    <span className={styles.figure}>
      <Sparkline values={values} />
      <span className={styles.numbers}>
        {value === null ? (
          <Unknown />
        ) : list === null || value === 0 ? (
          <span className={styles.value}>{format(value)}</span>
        ) : (
          <ListLink
            className={styles.value}
            query={list}
            label={`${card.label}: ${format(value)} ${title.toLowerCase()}`}
          >
            {format(value)}
          </ListLink>
        )}
        <Change measure={measure} change={change} />
      </span>
    </span>
  );
}

/** A change in words and a sign; in colour only where more of it is better or worse. */
function Change({ measure, change }: { readonly measure: Measure; readonly change: number | null }) {
  const { format, isBurden, isSum } = MEASURES[measure];
  // As it would be told: a difference that rounds to nothing is none.
  const isNone = change === null || format(Math.abs(change)) === format(0);
  const text = isNone ? '' : `${change < 0 ? '−' : '+'}${format(Math.abs(change))}`;
  const tone = isNone || !isBurden ? 'plain' : change > 0 ? 'worse' : 'better';
  return (
    <small
      className={styles.change}
      data-tone={tone}
      title={isSum ? 'The last whole one against the first' : 'Against the start of the period'}
    >
      {change !== null && (
        <>
          <VisuallyHidden>change </VisuallyHidden>
          {isNone ? formatSigned(0) : text}
        </>
      )}
    </small>
  );
}

/** The list that a number counts; null where none says the same. */
function listOf(measure: Measure, query: TicketQuery, by: TrendGroup, value: string): TicketQuery | null {
  if (measure === 'open') return groupList(query, by, value);
  return measure === 'overdue' ? { ...groupList(query, by, value), overdue: true } : null;
}

/** The open tickets of a segment or a person. */
export function groupList(query: TicketQuery, by: TrendGroup, value: string): TicketQuery {
  return openList(query, { [by]: [value] });
}

/** Whether a scorecard is of the tickets that have no segment, or nobody. */
export function isOfNone({ value }: Scorecard): boolean {
  return value === NONE;
}
