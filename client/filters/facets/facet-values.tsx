import type { AgeBand, Facet } from '../../../contract/index.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { useListState } from '../../workspace/workspace-context.ts';
import {
  chooseValues,
  clearFacet,
  excludedValues,
  excludeValue,
  onlyValue,
  selectedValues,
  toggleValue,
} from '../change-filters.ts';
import styles from './facet-group.module.css';
import type { FacetStop } from './facet-keys.ts';
import { type FacetAction, FacetOption, type ValueState } from './facet-option.tsx';
import type { useListedValues } from './use-listed-values.ts';
import { useRangeSelection } from './use-range-selection.ts';
import { useStable } from './use-stable.ts';

interface FacetValuesProps {
  readonly facet: Facet;
  readonly title: string;
  /** The values that are listed, out of all. */
  readonly found: ReturnType<typeof useListedValues>;
  /** Search text for the values. */
  readonly needle: string;
  readonly onNeedle: (needle: string) => void;
  /** The place that the Tab key leads to. */
  readonly stop: FacetStop;
}

/** The values of a facet, with a search over many of them. */
export function FacetValues({ facet, title, found, needle, onNeedle, stop }: FacetValuesProps) {
  const listState = useListState();
  const { query, updateQuery } = listState;
  const { isLong, all, listed, more } = found;
  const [selected, excluded] = [selectedValues(query, facet), excludedValues(query, facet)];

  const stateOf = (value: string): ValueState => {
    if (excluded.includes(value)) return 'out';
    if (!selected.includes(value)) return 'any';
    return selected.length === 1 && excluded.length === 0 ? 'only' : 'on';
  };

  const rows = useRangeSelection({
    count: listed.length,
    onToggle: (row) => {
      const value = listed[row]?.value;
      if (value !== undefined) updateQuery(toggleValue(query, facet, value));
    },
    onRange: takesRange(facet)
      ? (first, last) => {
          const range = listed.slice(first, last + 1).map(({ value }) => value);
          updateQuery(chooseValues(query, facet, range as AgeBand[]));
        }
      : null,
  });
  const onAction = useStable((row: number, act: FacetAction) => {
    const value = listed[row]?.value;
    if (value === undefined) return;
    if (act === 'toggle') rows.toggle(row);
    else if (act === 'not') updateQuery(excludeValue(query, facet, value));
    else updateQuery(stateOf(value) === 'only' ? clearFacet(query, facet) : onlyValue(query, facet, value));
  });

  return (
    <>
      {isLong && (
        <input
          type="text"
          className={styles.search}
          data-part="find"
          tabIndex={stop.part === 'find' ? 0 : -1}
          aria-label={`Find in ${title.toLowerCase()}`}
          placeholder={`Search ${formatCountOf(all.length, title.toLowerCase())}`}
          value={needle}
          onChange={(event) => onNeedle(event.target.value)}
        />
      )}
      <div className={styles.values} data-long={isLong} data-range={takesRange(facet)} {...rows.handlers}>
        {listed.map(({ value, label, count }, row) => (
          <FacetOption
            key={value}
            facet={facet}
            value={value}
            label={label}
            count={count}
            row={row}
            state={stateOf(value)}
            isMarked={rows.isMarked(row)}
            isStop={stop.part === 'box' && stop.row === row}
            onAction={onAction}
          />
        ))}
        {listed.length === 0 && <p className={styles.note}>Nothing is called that.</p>}
      </div>
      {facet === 'age' && <p className={styles.hint}>Drag across, or hold Shift, for a range</p>}
      {more > 0 && <p className={styles.note}>and {formatCount(more)} more: search for them</p>}
    </>
  );
}

/** Scales: there all values from one to another can be meant. */
function takesRange(facet: Facet): facet is 'age' | 'priority' {
  return facet === 'age' || facet === 'priority';
}
