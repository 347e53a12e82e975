import { Autocomplete } from '@base-ui/react/autocomplete';
import { Ban, Check } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { TicketQuery } from '../../../contract/index.ts';
import { formatCountOf } from '../../format/numbers.ts';
import { type ChoiceState, choiceLabel, type FilterChoice } from './filter-choices.ts';
import styles from './filter-menu.module.css';

interface ChoiceListProps {
  readonly query: TicketQuery;
  /** Whether the counts are those of this query; of a stale list they are not. */
  readonly isCounted: boolean;
  readonly onToggle: (choice: FilterChoice) => void;
  readonly onExclude: (choice: FilterChoice) => void;
}

/** The choices found. A value asked for is selected; an excluded one says so. */
export function ChoiceList({ query, isCounted, onToggle, onExclude }: ChoiceListProps) {
  const press = (event: MouseEvent, choice: FilterChoice) => {
    const excludes = event.shiftKey || event.altKey || isOnExclude(event.target);
    if (excludes && choice.exclude !== null) onExclude(choice);
    else onToggle(choice);
  };
  return (
    <Autocomplete.List className={styles.list} aria-label="Filters" aria-multiselectable>
      {(choice: FilterChoice) => {
        const state = choice.stateIn(query);
        const told = isCounted && choice.count !== null ? formatCountOf(choice.count, 'ticket') : null;
        return (
          <Autocomplete.Item
            key={choice.id}
            value={choice}
            className={styles.choice}
            data-state={state}
            onClick={(event) => press(event, choice)}
            render={(props) => (
              // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role, an option, is among the props
              <div {...props} aria-selected={state === 'on'} aria-label={spokenLabel(choice, state, told)} />
            )}
          >
            <span className={styles.mark}>
              {state === 'on' && <Check aria-hidden />}
              {state === 'out' && <Ban aria-hidden />}
            </span>
            <span className={styles.label}>
              <span className={styles.title}>{choice.title}: </span>
              <bdi>{choice.name}</bdi>
              {state === 'out' && <em className={styles.out}> excluded</em>}
            </span>
            {told !== null && <span className={styles.count}>{told}</span>}
            {choice.exclude !== null && (
              // The keys have Shift and Enter for it: an option holds no button.
              <span className={styles.exclude} data-exclude aria-hidden title={`Not ${choice.name}`}>
                not
              </span>
            )}
          </Autocomplete.Item>
        );
      }}
    </Autocomplete.List>
  );
}

function isOnExclude(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-exclude]') !== null;
}

/** `Status: Resolved, excluded, 12 tickets`. */
function spokenLabel(choice: FilterChoice, state: ChoiceState, count: string | null): string {
  return [
    choiceLabel(choice),
    ...(state === 'out' ? ['excluded'] : []),
    ...(count === null ? [] : [count]),
  ].join(', ');
}
