import { Ban } from 'lucide-react';
import { memo, useId } from 'react';
import { type Facet, isFlag, NONE } from '../../../contract/index.ts';
import { formatCount } from '../../format/numbers.ts';
import { formatFacetLabel } from '../../format/value-labels.ts';
import styles from './facet-option.module.css';

/** Filter on a value: none, tickets that have it, only this value, or excluded. */
export type ValueState = 'any' | 'on' | 'only' | 'out';

/** Action of a reader on a value. */
export type FacetAction = 'toggle' | 'only' | 'not';

interface FacetOptionProps {
  readonly facet: Facet;
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly row: number;
  readonly state: ValueState;
  readonly isMarked: boolean;
  /** Whether the Tab key leads here; the arrow keys lead to all the others. */
  readonly isStop: boolean;
  readonly onAction: (row: number, act: FacetAction) => void;
}

/**
 * One value of a facet: to tick, to have alone, to exclude. There may be hundreds on screen, so one is
 * rendered again only when something of it has changed.
 */
export const FacetOption = memo(function FacetOption(props: FacetOptionProps) {
  const { facet, value, label, count, row, state, isMarked, isStop, onAction } = props;
  const id = useId();
  const name = formatFacetLabel(facet, label);
  return (
    <div
      className={styles.option}
      data-row={row}
      data-empty={count === 0}
      data-none={value === NONE}
      data-out={state === 'out'}
      data-marked={isMarked}
    >
      <input
        type="checkbox"
        id={id}
        className={styles.box}
        data-part="box"
        tabIndex={isStop ? 0 : -1}
        checked={state === 'on' || state === 'only'}
        onChange={() => onAction(row, 'toggle')}
      />
      <label htmlFor={id} className={styles.label} title={label}>
        <bdi className={styles.name}>{name}</bdi>
        {state === 'out' && (
          <em className={styles.out}>
            <Ban aria-hidden />
            excluded
          </em>
        )}
        <span className={styles.count}>{formatCount(count)}</span>
      </label>
      {!isFlag(facet) && (
        <div className={styles.acts}>
          <button
            type="button"
            className={styles.act}
            data-part="only"
            tabIndex={-1}
            aria-label={`Only ${name}`}
            aria-pressed={state === 'only'}
            onClick={() => onAction(row, 'only')}
          >
            only
          </button>
          <button
            type="button"
            className={styles.act}
            data-part="not"
            tabIndex={-1}
            aria-label={`Not ${name}`}
            aria-pressed={state === 'out'}
            onClick={() => onAction(row, 'not')}
          >
            not
          </button>
        </div>
      )}
    </div>
  );
});
