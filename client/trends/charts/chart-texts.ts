import type { TextTable } from '../../format/text-table.ts';
import type { TrendChart } from './chart.ts';

/** A chart as a table to copy: numbers as numbers, and nothing where nothing is known. */
export function chartTexts(
  { title, columns }: Pick<TrendChart, 'title' | 'columns'>,
  names: readonly string[],
): TextTable {
  return {
    title,
    head: ['Period', ...columns.map(({ label }) => label)],
    rows: names.map((name, bucket) => [name, ...columns.map(({ values }) => values[bucket] ?? '')]),
  };
}

/** All charts in one table. */
export function allTexts(charts: readonly TrendChart[], names: readonly string[]): TextTable {
  const columns = charts.flatMap((chart) =>
    chart.columns.length === 1
      ? chart.columns.map((column) => ({ ...column, label: chart.title }))
      : chart.columns,
  );
  return chartTexts({ title: 'All charts', columns }, names);
}
