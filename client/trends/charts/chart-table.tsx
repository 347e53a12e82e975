import { Copy } from 'lucide-react';
import { tabbedOf } from '../../format/text-table.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/clipboard.ts';
import { showToast } from '../../ui/toasts.ts';
import type { TrendChart } from './chart.ts';
import styles from './chart-table.module.css';
import { chartTexts } from './chart-texts.ts';
import { Unknown } from './legend.tsx';

interface ChartTableProps {
  readonly chart: TrendChart;
  /** Names of the buckets. */
  readonly names: readonly string[];
}

/** The numbers of a chart as a table, which can be copied. */
export function ChartTable({ chart, names }: ChartTableProps) {
  const copy = async () => {
    const isCopied = await copyText(tabbedOf(chartTexts(chart, names)));
    showToast({
      id: 'share',
      text: isCopied
        ? `${chart.title} copied: Tab-separated text`
        : 'The browser does not let this be copied.',
    });
  };
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section className={styles.scroller} tabIndex={0} aria-label={`${chart.title}: all numbers`}>
        <table className={styles.table} aria-label={chart.title}>
          <thead>
            <tr>
              <th scope="col">Period</th>
              {chart.columns.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name, bucket) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {chart.columns.map(({ label, values, format }) => {
                  const value = values[bucket] ?? null;
                  return <td key={label}>{value === null ? <Unknown /> : format(value)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Button variant="plain" className={styles.copy} onClick={() => void copy()}>
        <Copy aria-hidden />
        Copy for a spreadsheet
      </Button>
    </div>
  );
}
