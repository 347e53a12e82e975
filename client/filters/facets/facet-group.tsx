import { ChevronDown } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { type Facet, type FacetValue, isFlag } from '../../../contract/index.ts';
import { fieldTitle } from '../../format/fields.ts';
import { formatCount } from '../../format/numbers.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useListState } from '../../workspace/workspace-context.ts';
import { clearFacet, excludedValues, selectedValues } from '../change-filters.ts';
import { useFacetOpen } from './closed-facets.ts';
import styles from './facet-group.module.css';
import { FacetValues } from './facet-values.tsx';
import { useFacetStop } from './use-facet-stop.ts';
import { useListedValues } from './use-listed-values.ts';

interface FacetGroupProps {
  readonly facet: Facet;
  readonly values: readonly FacetValue[];
}

/**
 * One facet: its values and the tickets each would show, to have or to exclude. The Tab key stops at it once;
 * the arrow keys lead through all that is in it.
 */
export function FacetGroup({ facet, values }: FacetGroupProps) {
  const listState = useListState();
  const [needle, setNeedle] = useState('');
  const found = useListedValues(facet, values, needle);
  // A facet that grows long while the first tickets come in is not folded under the reader's eyes.
  const [beganLong] = useState(found.isLong);
  const [isOpen, toggleOpen] = useFacetOpen(facet, beganLong);
  const id = useId();
  const head = useRef<HTMLButtonElement>(null);
  const title = fieldTitle(facet);
  const selected = selectedValues(listState.query, facet);
  const active = selected.length + excludedValues(listState.query, facet).length;
  const listed = isOpen ? found.listed.map(({ value }) => value) : [];
  const { stop, handlers } = useFacetStop(
    listed,
    listed.find((value) => (selected as readonly string[]).includes(value)),
    {
      rows: listed.length,
      hasFind: isOpen && found.isLong,
      hasClear: active > 0,
      hasActions: !isFlag(facet),
    },
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot hold the button that folds it
    <div
      role="group"
      aria-labelledby={id}
      aria-describedby={`${id}-keys`}
      className={styles.group}
      data-facet={facet}
      {...handlers}
    >
      <VisuallyHidden id={`${id}-keys`}>
        The arrow keys lead through the values, and along one to having it alone or not at all.
      </VisuallyHidden>
      <div className={styles.head}>
        <button
          ref={head}
          type="button"
          className={styles.title}
          data-part="title"
          tabIndex={stop.part === 'title' ? 0 : -1}
          aria-expanded={isOpen}
          onClick={toggleOpen}
        >
          <ChevronDown aria-hidden />
          <span id={id}>{title}</span>
          {found.isLong && (
            <span className={styles.size}>
              {formatCount(found.all.length)}
              <VisuallyHidden> values</VisuallyHidden>
            </span>
          )}
        </button>
        {active > 0 && (
          <button
            type="button"
            className={styles.clear}
            data-part="clear"
            tabIndex={-1}
            aria-label={`Clear ${title}`}
            onClick={() => {
              // The button disappears with the values that it clears: the focus moves to the head.
              head.current?.focus();
              listState.updateQuery(clearFacet(listState.query, facet));
            }}
          >
            Clear{!isOpen && ` ${formatCount(active)}`}
          </button>
        )}
      </div>
      {isOpen && (
        <FacetValues
          facet={facet}
          title={title}
          found={found}
          needle={needle}
          onNeedle={setNeedle}
          stop={stop}
        />
      )}
    </div>
  );
}
