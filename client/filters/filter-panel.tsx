import { memo, useId } from 'react';
import { type DELETED, type Facets, FILTER_KEYS, type FlagKey } from '../../contract/index.ts';
import { PRESENTATION } from '../format/fields.ts';
import { useListState, useOutage, useShownList } from '../workspace/workspace-context.ts';
import { FacetGroup } from './facets/facet-group.tsx';
import styles from './filter-panel.module.css';
import { flagLabel, isPlainFlag } from './plain-flags.ts';

/** Name of a choice in the page, its label and its value. */
type Choices<Value> = readonly (readonly [name: string, label: string, value: Value])[];

const flagChoices = (key: FlagKey): Choices<boolean | null> => [
  ['any', 'Any', null],
  ['yes', flagLabel(key, true), true],
  ['no', flagLabel(key, false), false],
];

const DELETED_CHOICES: Choices<(typeof DELETED)[number]> = [
  ['exclude', 'Hide deleted', 'exclude'],
  ['include', 'Include deleted', 'include'],
  ['only', 'Only deleted', 'only'],
];

/** All filters of the list. Counts are over the whole snapshot, each under the other filters. */
export function FilterPanel() {
  const { list, isStale } = useShownList();
  const outage = useOutage();
  if (list === null) {
    return (
      <div className={styles.panel}>
        <p className={styles.waiting}>The filters come with the first tickets.</p>
      </div>
    );
  }
  return (
    <div className={styles.panel} aria-busy={isStale && outage === null} data-old={outage?.previous ?? false}>
      <Filters facets={list.facets} />
    </div>
  );
}

/** Drawn by itself: an outage that is counted down is nothing to it. */
const Filters = memo(function Filters({ facets }: { readonly facets: Facets }) {
  const { query, updateQuery } = useListState();
  return (
    <>
      {FILTER_KEYS.map((key) =>
        isPlainFlag(key) ? (
          <ChoiceField
            key={key}
            label={PRESENTATION[key].syntax.title}
            choices={flagChoices(key)}
            value={query[key]}
            onChoose={(value) => updateQuery({ [key]: value })}
          />
        ) : (
          <FacetGroup key={key} facet={key} values={facets[key]} />
        ),
      )}
      <ChoiceField
        label="Deleted tickets"
        choices={DELETED_CHOICES}
        value={query.deleted}
        onChoose={(deleted) => updateQuery({ deleted })}
      />
    </>
  );
});

interface ChoiceFieldProps<Value> {
  readonly label: string;
  readonly choices: Choices<Value>;
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

/** A filter of which one choice always holds: each is one press away, and the arrow keys lead through them. */
function ChoiceField<Value>({ label, choices, value, onChoose }: ChoiceFieldProps<Value>) {
  const group = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      {choices.map(([name, words, one]) => (
        <label key={name}>
          <input type="radio" name={group} checked={one === value} onChange={() => onChoose(one)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
