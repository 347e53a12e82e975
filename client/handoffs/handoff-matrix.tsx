import type { CSSProperties } from 'react';
import { withFilters } from '../filters/with-filters.ts';
import { formatCount, formatCountOf } from '../format/numbers.ts';
import { formatFacetLabel } from '../format/value-labels.ts';
import { ListLink } from '../workspace/list-link.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import type { Handoffs } from './flows.ts';
import styles from './handoff-matrix.module.css';
import { type MatrixCell, makeMatrix, type SegmentGroup } from './matrix.ts';

/** All routes at once: a row for where tickets began, a column for where they are now. */
export function HandoffMatrix({ handoffs }: { readonly handoffs: Handoffs }) {
  const { rows, columns, at } = makeMatrix(handoffs);
  const cells = rows.map((_, row) => columns.map((__, column) => at(row, column)));
  const most = Math.max(1, ...cells.flat().map(({ count, stayed }) => (stayed ? 0 : count)));
  return (
    <section className={styles.matrix}>
      <h2 className={styles.title}>Handoff matrix</h2>
      <p className={styles.note}>Rows: where tickets began. Columns: where they are now. Hatched: stayed.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section className={styles.scroller} tabIndex={0} aria-label="Tickets by origin and current segment">
        <table className={styles.table} style={{ '--columns': columns.length } as CSSProperties}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                From ↓ to →
              </th>
              {columns.map((column) => (
                <th key={keyOf(column)} scope="col" className={styles.column}>
                  <bdi title={column.label}>{formatFacetLabel('segment', column.label)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={keyOf(row)}>
                <th scope="row" className={styles.row}>
                  <bdi title={row.label}>{formatFacetLabel('originSegment', row.label)}</bdi>
                </th>
                {columns.map((column, columnIndex) => (
                  <Cell
                    key={keyOf(column)}
                    cell={at(rowIndex, columnIndex)}
                    origin={row}
                    segment={column}
                    most={most}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function keyOf({ values }: SegmentGroup): string {
  return values.length === 1 ? `one ${values[0]}` : 'others';
}

interface CellProps {
  readonly cell: MatrixCell;
  readonly origin: SegmentGroup;
  readonly segment: SegmentGroup;
  /** Tickets that moved in the fullest cell. */
  readonly most: number;
}

function Cell({ cell: { count, stayed }, origin, segment, most }: CellProps) {
  const listState = useListState();
  const full = stayed ? 0 : Math.sqrt(count / most);
  const label = `${formatCountOf(count, 'ticket')} ${
    stayed ? `stayed in ${origin.label}` : `from ${origin.label} to ${segment.label}`
  }`;
  const isPartial = !stayed && origin.values.some((value) => segment.values.includes(value));
  const filters = {
    originSegment: origin.values,
    segment: segment.values,
    ...(isPartial && { moved: true }),
  };
  return (
    <td className={styles.cell} data-stayed={stayed} style={{ '--full': full.toFixed(3) } as CSSProperties}>
      {count > 0 && (
        <ListLink
          className={styles.number}
          query={withFilters(listState.query, filters)}
          label={label}
          title={label}
        >
          {formatCount(count)}
        </ListLink>
      )}
    </td>
  );
}
