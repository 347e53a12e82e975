import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import type { AgeBand, Facet, FacetValue } from '../../../contract/index.ts';
import { useDesk } from '../../desk/desk-context.ts';
import { formatCount } from '../../format/numbers.ts';
import { FACET_TITLES } from '../../format/words.ts';
import {
  chooseValues,
  clearFacet,
  excludedValues,
  excludeValue,
  onlyValue,
  selectedValues,
  toggleValue,
} from '../change-filters.ts';
import { useFacetOpen } from './closed-facets.ts';
import styles from './facet-group.module.css';
import { type Act, FacetOption, type Wanted } from './facet-option.tsx';
import { useListedValues } from './use-listed-values.ts';
import { useRows } from './use-rows.ts';
import { useStable } from './use-stable.ts';

interface FacetGroupProps {
  readonly facet: Facet;
  readonly values: readonly FacetValue[];
}

/** One facet: its values with how many tickets each would show, to have and not to have. */
export function FacetGroup({ facet, values }: FacetGroupProps) {
  const { view } = useDesk();
  const [isOpen, toggleOpen] = useFacetOpen(facet);
  const id = useId();
  const title = FACET_TITLES[facet];
  const active = selectedValues(view.query, facet).length + excludedValues(view.query, facet).length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot hold the button that folds it
    <div role="group" aria-labelledby={id} className={styles.group}>
      <div className={styles.head}>
        <button type="button" id={id} className={styles.title} aria-expanded={isOpen} onClick={toggleOpen}>
          <ChevronDown aria-hidden />
          {title}
        </button>
        {active > 0 && (
          <button
            type="button"
            className={styles.clear}
            aria-label={`Clear ${title}`}
            onClick={() => view.ask(clearFacet(view.query, facet))}
          >
            Clear{!isOpen && ` ${formatCount(active)}`}
          </button>
        )}
      </div>
      {isOpen && <FacetValues facet={facet} title={title} values={values} />}
    </div>
  );
}

function FacetValues({ facet, title, values }: FacetGroupProps & { readonly title: string }) {
  const { view } = useDesk();
  const { query, ask } = view;
  const [needle, setNeedle] = useState('');
  const { isLong, all, listed, more } = useListedValues(facet, values, needle);
  const [selected, excluded] = [selectedValues(query, facet), excludedValues(query, facet)];

  const wanted = (value: string): Wanted => {
    if (excluded.includes(value)) return 'out';
    if (!selected.includes(value)) return 'any';
    return selected.length === 1 && excluded.length === 0 ? 'only' : 'on';
  };

  const rows = useRows({
    count: listed.length,
    onToggle: (row) => {
      const value = listed[row]?.value;
      if (value !== undefined) ask(toggleValue(query, facet, value));
    },
    onRange: takesRange(facet)
      ? (first, last) => {
          const taken = listed.slice(first, last + 1).map(({ value }) => value);
          ask(chooseValues(query, facet, taken as AgeBand[]));
        }
      : null,
  });
  const onAct = useStable((row: number, act: Act) => {
    const value = listed[row]?.value;
    if (value === undefined) return;
    if (act === 'toggle') rows.toggle(row);
    else if (act === 'not') ask(excludeValue(query, facet, value));
    else ask(wanted(value) === 'only' ? clearFacet(query, facet) : onlyValue(query, facet, value));
  });

  return (
    <>
      {isLong && (
        <input
          type="text"
          className={styles.search}
          aria-label={`Find in ${title.toLowerCase()}`}
          placeholder={`Find among ${formatCount(all.length)}`}
          value={needle}
          onChange={(event) => setNeedle(event.target.value)}
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
            wanted={wanted(value)}
            isMarked={rows.isMarked(row)}
            onAct={onAct}
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
