import { useId, useState } from 'react';
import { type Facet, type FacetValue, NONE } from '../../contract/index.ts';
import { useDesk } from '../desk/desk-context.ts';
import { formatCount } from '../format/numbers.ts';
import { FACET_TITLES, formatFacetLabel } from '../format/words.ts';
import { selectedValues, toggleValue } from './change-filters.ts';
import styles from './facet-group.module.css';

/** From how many values on a facet gets a search of its own. */
const LONG = 10;

interface FacetGroupProps {
  readonly facet: Facet;
  readonly values: readonly FacetValue[];
}

/** One facet: its values with how many tickets each would show, to switch on and off. */
export function FacetGroup({ facet, values }: FacetGroupProps) {
  const { view } = useDesk();
  const [needle, setNeedle] = useState('');
  const title = FACET_TITLES[facet];
  const selected = selectedValues(view.query, facet);
  const shown = values.filter(
    ({ value, label }) => selected.includes(value) || matches(label, needle) || matches(value, needle),
  );

  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      {values.length > LONG && (
        <input
          type="text"
          className={styles.search}
          aria-label={`Find in ${title.toLowerCase()}`}
          placeholder={`Find among ${formatCount(values.length)}`}
          value={needle}
          onChange={(event) => setNeedle(event.target.value)}
        />
      )}
      <div className={styles.values} data-long={values.length > LONG}>
        {shown.map((value) => (
          <FacetOption
            key={value.value}
            facet={facet}
            value={value}
            checked={selected.includes(value.value)}
            onToggle={() => view.ask(toggleValue(view.query, facet, value.value))}
          />
        ))}
        {shown.length === 0 && <p className={styles.nothing}>Nothing is called that.</p>}
      </div>
    </fieldset>
  );
}

interface FacetOptionProps {
  readonly facet: Facet;
  readonly value: FacetValue;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

function FacetOption({ facet, value: { value, label, count }, checked, onToggle }: FacetOptionProps) {
  const id = useId();
  return (
    <div className={styles.option} data-empty={count === 0} data-none={value === NONE}>
      <input type="checkbox" id={id} className={styles.box} checked={checked} onChange={onToggle} />
      <label htmlFor={id} className={styles.label}>
        <bdi className={styles.name} title={label}>
          {formatFacetLabel(facet, label)}
        </bdi>
        <span className={styles.count}>{formatCount(count)}</span>
      </label>
    </div>
  );
}

function matches(text: string, needle: string): boolean {
  return text.toLowerCase().includes(needle.trim().toLowerCase());
}
