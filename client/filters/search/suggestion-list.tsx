import { useEffect, useRef } from 'react';
import type { Facets } from '../../../contract/index.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import type { SuggestedValue, Suggestion, Suggestions } from '../query-language/suggest.ts';
import { optionId } from './option-id.ts';
import styles from './suggestion-list.module.css';

interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: Suggestions;
  /** To count what is offered; null while that is not known. */
  readonly counts: Facets | null;
  readonly active: number | null;
  readonly onChoose: (option: Suggestion, place: Suggestions) => void;
}

/** The suggestions for what to type next. The focus stays in the box, which says by `aria-activedescendant` which one is meant. */
export function SuggestionList({ id, suggestions, counts, active, onChoose }: SuggestionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active !== null) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <div className={styles.popup}>
      <div ref={list} id={id} role="listbox" aria-label="Suggestions" className={styles.list}>
        {suggestions.options.map((option, index) => (
          // The box has the keyboard, and gives Enter and the arrows to the options.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={option.text}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            className={styles.option}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option, suggestions)}
          >
            <bdi className={styles.name}>{option.name}</bdi>
            {option.note !== null && <bdi className={styles.note}>{option.note}</bdi>}
            <Count counted={option.counted} counts={counts} />
          </div>
        ))}
      </div>
      {suggestions.more > 0 && (
        <p className={styles.more}>and {formatCountOf(suggestions.more, 'other')}: type on to find them</p>
      )}
    </div>
  );
}

/** The number of tickets that a value would show, or hide, under the other filters; nothing while that is not known. */
function Count({
  counted,
  counts,
}: {
  readonly counted: SuggestedValue | null;
  readonly counts: Facets | null;
}) {
  if (counted === null || counts === null) return null;
  const { key, value, excludes } = counted;
  const count = counts[key].find((known) => known.value === value)?.count ?? 0;
  return (
    <span className={styles.count} data-empty={count === 0}>
      {excludes && '−'}
      {formatCount(count)}
    </span>
  );
}
