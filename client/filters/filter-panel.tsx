import { useId } from 'react';
import { type DELETED, FACETS } from '../../contract/index.ts';
import { Select } from '../ui/select.tsx';
import { useFailures, useListState, useShownList } from '../workspace/workspace-context.ts';
import { FacetGroup } from './facets/facet-group.tsx';
import styles from './filter-panel.module.css';

/** A choice's name in the page, what it is called, and what it asks for. */
type Choices<Value> = readonly (readonly [name: string, label: string, value: Value])[];

const MOVED: Choices<boolean | null> = [
  ['any', 'Any', null],
  ['moved', 'Moved', true],
  ['still', 'Not moved', false],
];

const DELETED_CHOICES: Choices<(typeof DELETED)[number]> = [
  ['exclude', 'Hide deleted', 'exclude'],
  ['include', 'Include deleted', 'include'],
  ['only', 'Only deleted', 'only'],
];

/** All the ways to narrow the list. Counts are over the whole snapshot, each under the other filters. */
export function FilterPanel() {
  const listState = useListState();
  const { list, isStale } = useShownList();
  const { outage } = useFailures();
  const { moved, deleted } = listState.query;
  if (list === null) {
    return (
      <div className={styles.panel}>
        <p className={styles.waiting}>The filters come with the first tickets.</p>
      </div>
    );
  }
  return (
    <div className={styles.panel} aria-busy={isStale && outage === null} data-old={outage?.previous ?? false}>
      {FACETS.map((facet) => (
        <FacetGroup key={facet} facet={facet} values={list.facets[facet]} />
      ))}
      <ChoiceField
        label="Moved between segments"
        choices={MOVED}
        value={moved}
        onChoose={(choice) => listState.updateQuery({ moved: choice })}
      />
      <ChoiceField
        label="Deleted tickets"
        choices={DELETED_CHOICES}
        value={deleted}
        onChoose={(choice) => listState.updateQuery({ deleted: choice })}
      />
    </div>
  );
}

interface ChoiceFieldProps<Value> {
  readonly label: string;
  readonly choices: Choices<Value>;
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

function ChoiceField<Value>({ label, choices, value, onChoose }: ChoiceFieldProps<Value>) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={choices.find(([, , one]) => one === value)?.[0]}
        onChange={({ target }) => {
          const choice = choices.find(([name]) => name === target.value);
          if (choice) onChoose(choice[2]);
        }}
      >
        {choices.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </Select>
    </div>
  );
}
