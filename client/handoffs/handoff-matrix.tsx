import type { CSSProperties } from 'react';
import type { AxisValue } from '../../contract/index.ts';
import { withFilters } from '../filters/with-filters.ts';
import { formatCount, formatCountOf } from '../format/numbers.ts';
import { formatFacetLabel } from '../format/value-labels.ts';
import { usePrinting } from '../ui/use-printing.ts';
import { ListLink } from '../workspace/list-link.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import { type Handoffs, hasStayed } from './flows.ts';
import styles from './handoff-matrix.module.css';

/** Most cells in a matrix: nobody reads more, and browsers draw them slowly. */
const MOST_CELLS = 3_600;

/** Columns that an upright sheet of A4 has room for. The others follow below, in tables of their own. */
const COLUMNS_ON_PAPER = 14;

/** All routes at once: a row for where tickets began, a column for where they are now. */
export function HandoffMatrix({ handoffs }: { readonly handoffs: Handoffs }) {
  const { origins, segments } = handoffs;
  return (
    <section className={styles.matrix}>
      <h2 className={styles.title}>Handoff matrix</h2>
      {origins.length * segments.length > MOST_CELLS ? (
        <p className={styles.note}>
          {formatCountOf(origins.length, 'segment')} by {formatCount(segments.length)} are too many for a
          table. Choose some under Segment or Origin in the filters.
        </p>
      ) : (
        <MatrixTable handoffs={handoffs} />
      )}
    </section>
  );
}

function MatrixTable({ handoffs }: { readonly handoffs: Handoffs }) {
  const { segments } = handoffs;
  const strips = usePrinting() ? inStrips(segments, COLUMNS_ON_PAPER) : [segments];
  return (
    <>
      <p className={styles.note}>Rows: where tickets began. Columns: where they are now. Grey: stayed.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section className={styles.scroller} tabIndex={0} aria-label="Tickets by origin and current segment">
        {strips.map((strip) => (
          <Strip key={strip[0]?.value} handoffs={handoffs} segments={strip} />
        ))}
      </section>
    </>
  );
}

interface StripProps {
  readonly handoffs: Handoffs;
  /** The columns. */
  readonly segments: readonly AxisValue[];
}

/** The table's part with these columns: all of them on a screen. */
function Strip({ handoffs, segments }: StripProps) {
  const { origins, flows } = handoffs;
  const most = flows[0]?.count ?? 1;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.corner}>
            From ↓ to →
          </th>
          {segments.map(({ value, label }) => (
            <th key={value} scope="col" className={styles.column}>
              <bdi title={label}>{formatFacetLabel('segment', label)}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {origins.map((origin) => (
          <tr key={origin.value}>
            <th scope="row" className={styles.row}>
              <bdi title={origin.label}>{formatFacetLabel('originSegment', origin.label)}</bdi>
            </th>
            {segments.map((segment) => (
              <Cell key={segment.value} handoffs={handoffs} origin={origin} segment={segment} most={most} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function inStrips<Value>(values: readonly Value[], length: number): readonly (readonly Value[])[] {
  const count = Math.ceil(values.length / length);
  return Array.from({ length: count }, (_, index) => values.slice(index * length, (index + 1) * length));
}

interface CellProps {
  readonly handoffs: Handoffs;
  readonly origin: AxisValue;
  readonly segment: AxisValue;
  /** Tickets on the busiest route. */
  readonly most: number;
}

function Cell({ handoffs, origin, segment, most }: CellProps) {
  const listState = useListState();
  const stayed = hasStayed({ origin, segment });
  const count = handoffs.between(origin, segment)?.count ?? 0;
  const full = stayed ? 0 : Math.sqrt(count / most);
  const label = `${formatCountOf(count, 'ticket')} ${
    stayed ? `stayed in ${origin.label}` : `from ${origin.label} to ${segment.label}`
  }`;
  return (
    <td className={styles.cell} data-stayed={stayed} style={{ '--full': full.toFixed(3) } as CSSProperties}>
      {count > 0 && (
        <ListLink
          className={styles.number}
          query={withFilters(listState.query, { originSegment: [origin.value], segment: [segment.value] })}
          label={label}
          title={label}
        >
          {formatCount(count)}
        </ListLink>
      )}
    </td>
  );
}
