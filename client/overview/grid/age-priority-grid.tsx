import { type CSSProperties, useRef } from 'react';
import { withFilters } from '../../filters/with-filters.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { formatFacetLabel } from '../../format/value-labels.ts';
import { useListState } from '../../workspace/workspace-context.ts';
import type { Counts } from '../counts.ts';
import { Part, Readout } from '../part.tsx';
import { useCounts } from '../use-counts.ts';
import styles from './age-priority-grid.module.css';
import { areaCount, areaFilter, HEAD, isFilteredBy } from './area.ts';
import { areaLabel, bandLabel } from './area-label.ts';
import { GridCellButton } from './grid-cell-button.tsx';
import { selectedArea } from './selected-area.ts';
import { useArea } from './use-area.ts';

/** Table of tickets by priority and age, whatever priorities and ages the list is filtered by. */
export function AgePriorityGrid() {
  const listState = useListState();
  const state = useCounts(withFilters(listState.apiQuery, { priority: [], age: [] }), 'priority', 'age');
  const unplaced = state.counts?.unplaced ?? 0;
  const note = (
    <>
      <span className={styles.legend}>
        <span className={styles.swatch} aria-hidden /> share that is overdue
      </span>
      {unplaced > 0 && <span>{formatCount(unplaced)} without an age or a priority</span>}
    </>
  );
  return (
    <Part title="Age in days, by priority" note={note} {...state}>
      {(counts) => <Grid counts={counts} />}
    </Part>
  );
}

function Grid({ counts }: { readonly counts: Counts }) {
  const listState = useListState();
  const table = useRef<HTMLTableElement>(null);
  const choice = useArea(table, counts, (area) => {
    const filter = areaFilter(area, counts);
    const again = isFilteredBy(filter, listState.query);
    listState.updateQuery(withFilters(listState.query, again ? { priority: [], age: [] } : filter));
  });
  const place = { counts, choice, areaOf: selectedArea(listState.query, counts), most: mostIn(counts) };
  const { rows, columns, total } = counts;

  return (
    <>
      <div className={styles.scroller}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells the arrows reach is a grid
          role="grid"
          aria-label="Tickets by priority and age"
          className={styles.grid}
          style={{ '--rows': rows.length } as CSSProperties}
          onKeyDown={choice.onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col" className={styles.rowHead}>
                <GridCellButton {...place} row={HEAD} column={HEAD}>
                  <span className={styles.name}>All</span>
                  <span className={styles.total}>{formatCount(total.count)}</span>
                </GridCellButton>
              </th>
              {columns.map(({ value, count }, column) => (
                <th key={value} scope="col">
                  <GridCellButton {...place} row={HEAD} column={column}>
                    <span className={styles.age}>{bandLabel(value)}</span>
                    <span className={styles.total}>{formatCount(count)}</span>
                  </GridCellButton>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ value, label, count }, row) => (
              <tr key={value}>
                <th scope="row" className={styles.rowHead}>
                  <GridCellButton {...place} row={row} column={HEAD}>
                    <bdi className={styles.name} data-priority={value}>
                      {formatFacetLabel('priority', label)}
                    </bdi>
                    <span className={styles.total}>{formatCount(count)}</span>
                  </GridCellButton>
                </th>
                {columns.map((age, column) => (
                  <td key={age.value}>
                    <GridCellButton {...place} row={row} column={column}>
                      {formatCount(counts.at(row, column).count)}
                    </GridCellButton>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {choice.area !== null && (
        <Readout>
          {areaLabel(choice.area, counts)}: {formatCountOf(areaCount(choice.area, counts), 'ticket')}
        </Readout>
      )}
    </>
  );
}

/** The fullest cell, which has the deepest colour. */
function mostIn({ rows, columns, at }: Counts): number {
  return Math.max(0, ...rows.flatMap((_, row) => columns.map((__, column) => at(row, column).count)));
}
