import { formatCount } from '../../format/numbers.ts';
import { OUTCOME_LABELS, OUTCOMES, type Tally } from './minutes.ts';
import styles from './outcome-table.module.css';

interface OutcomeTableProps {
  readonly title: string;
  /** The heading of the first column; '' for none. */
  readonly first: string;
  readonly tallies: readonly Tally[];
}

/** A table of tickets by group and outcome. */
export function OutcomeTable({ title, first, tallies }: OutcomeTableProps) {
  return (
    <table className={styles.table} data-wide={first === '' || undefined}>
      <caption>{title}</caption>
      <thead>
        <tr>
          {first !== '' && <th scope="col">{first}</th>}
          {OUTCOMES.map((outcome) => (
            <th key={outcome} scope="col">
              {OUTCOME_LABELS[outcome]}
            </th>
          ))}
          <th scope="col">All</th>
        </tr>
      </thead>
      <tbody>
        {tallies.map(({ name, total, counts }) => (
          <tr key={name}>
            {first !== '' && (
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
            )}
            {OUTCOMES.map((outcome) => (
              <td key={outcome}>{formatCount(counts[outcome])}</td>
            ))}
            <td>{formatCount(total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
