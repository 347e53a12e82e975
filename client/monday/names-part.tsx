import type { MondayPage } from '../../contract/monday/index.ts';
import { formatCount } from '../format/numbers.ts';
import { formatSigned } from '../trends/charts/format-figures.ts';
import { Unknown } from '../trends/charts/legend.tsx';
import { ListLink } from '../workspace/list-link.tsx';
import styles from './lists.module.css';

/** A table of those with the most overdue tickets. */
export function NamesPart({ names, since }: Pick<MondayPage, 'names' | 'since'>) {
  return (
    <section className={styles.part} aria-labelledby="monday-names">
      <h3 id="monday-names" className={styles.title}>
        Most overdue
      </h3>
      {names.length === 0 ? (
        <p className={styles.none}>Nobody has an overdue ticket.</p>
      ) : (
        <table className={styles.table} aria-labelledby="monday-names">
          <thead>
            <tr>
              <th scope="col">Assignee</th>
              <th scope="col">Overdue</th>
              <th scope="col">Since {since}</th>
              <th scope="col">Open</th>
            </tr>
          </thead>
          <tbody>
            {names.map(({ label, overdue, open, change, overdueQuery, openQuery }) => (
              <tr key={overdueQuery.assignee.join(' ')}>
                <th scope="row">
                  <bdi>{label}</bdi>
                </th>
                <td>
                  <ListLink query={overdueQuery} label={`${label}: ${formatCount(overdue)} overdue`}>
                    {formatCount(overdue)}
                  </ListLink>
                </td>
                <td>{change === null ? <Unknown /> : formatSigned(change)}</td>
                <td>
                  <ListLink query={openQuery} label={`${label}: ${formatCount(open)} open`}>
                    {formatCount(open)}
                  </ListLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
