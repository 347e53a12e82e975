import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { ListLink } from '../../workspace/list-link.tsx';
import type { ChartColumn, TrendChart } from './chart.ts';
import styles from './legend.module.css';
import series from './series.module.css';

interface LegendProps {
  readonly chart: TrendChart;
  /** The bucket whose numbers it shows; null for those of the whole time. */
  readonly bucket: number | null;
}

/** Names of a chart's colours, each with its number: that of the cursor's bucket, else that at rest. */
export function Legend({ chart, bucket }: LegendProps) {
  return (
    <ul className={styles.legend} data-many={chart.columns.length > 4}>
      {chart.columns.map((column) => (
        <li
          key={column.label}
          className={column.id === null ? styles.entry : `${styles.entry} ${series.key}`}
          data-series={column.id}
          data-strip={column === chart.strip}
        >
          <span className={styles.label}>{column.label}</span> <Figure column={column} bucket={bucket} />
        </li>
      ))}
    </ul>
  );
}

/** A number of a column; a link where there is a list of what it counts. */
function Figure({ column, bucket }: { readonly column: ChartColumn; readonly bucket: number | null }) {
  const value = bucket === null ? (column.total ?? null) : (column.values[bucket] ?? null);
  if (value === null) return <Unknown />;
  const list = bucket === null || value === 0 ? null : (column.listOf?.(bucket) ?? null);
  if (list === null) return <span className={styles.value}>{column.format(value)}</span>;
  return (
    <ListLink className={styles.value} query={list}>
      {column.format(value)}
    </ListLink>
  );
}

/** A dash in the place of a number that is not known. */
export function Unknown() {
  return (
    <span className={styles.unknown}>
      <span aria-hidden>–</span>
      <VisuallyHidden>not known</VisuallyHidden>
    </span>
  );
}
