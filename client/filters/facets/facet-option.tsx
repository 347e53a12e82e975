import { Ban } from 'lucide-react';
import { useId } from 'react';
import { type Facet, type FacetValue, NONE } from '../../../contract/index.ts';
import { formatCount } from '../../format/numbers.ts';
import { formatFacetLabel } from '../../format/words.ts';
import styles from './facet-option.module.css';

/** What is asked of a value: that tickets have it, that they have no other, that they do not have it. */
export type Wanted = 'any' | 'on' | 'only' | 'out';

interface FacetOptionProps {
  readonly facet: Facet;
  readonly value: FacetValue;
  readonly row: number;
  readonly wanted: Wanted;
  readonly isMarked: boolean;
  readonly onToggle: () => void;
  /** Null where the value's opposite is the only other one. */
  readonly onOnly: (() => void) | null;
  readonly onNot: (() => void) | null;
}

/** One value of a facet: to tick, to have alone, to keep out. */
export function FacetOption(props: FacetOptionProps) {
  const { facet, value, row, wanted, isMarked, onToggle, onOnly, onNot } = props;
  const id = useId();
  const name = formatFacetLabel(facet, value.label);
  return (
    <div
      className={styles.option}
      data-row={row}
      data-empty={value.count === 0}
      data-none={value.value === NONE}
      data-out={wanted === 'out'}
      data-marked={isMarked}
    >
      <input
        type="checkbox"
        id={id}
        className={styles.box}
        checked={wanted === 'on' || wanted === 'only'}
        onChange={onToggle}
      />
      <label htmlFor={id} className={styles.label} title={value.label}>
        <bdi className={styles.name}>{name}</bdi>
        {wanted === 'out' && (
          <em className={styles.out}>
            <Ban aria-hidden />
            kept out
          </em>
        )}
        <span className={styles.count}>{formatCount(value.count)}</span>
      </label>
      {onOnly !== null && onNot !== null && (
        <div className={styles.acts}>
          <button
            type="button"
            className={styles.act}
            aria-label={`Only ${name}`}
            aria-pressed={wanted === 'only'}
            onClick={onOnly}
          >
            only
          </button>
          <button
            type="button"
            className={styles.act}
            aria-label={`Not ${name}`}
            aria-pressed={wanted === 'out'}
            onClick={onNot}
          >
            not
          </button>
        </div>
      )}
    </div>
  );
}
