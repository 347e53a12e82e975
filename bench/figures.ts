/** The value that `share` (0 to 1) of the samples do not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** `p50 / p99` of durations in milliseconds. */
export function formatLatency(samples: readonly number[]): string {
  return `${formatMs(percentile(samples, 0.5))} / ${formatMs(percentile(samples, 0.99))}`;
}

export function formatMs(duration: number): string {
  return duration >= 100 ? duration.toFixed(0) : duration.toFixed(duration >= 10 ? 1 : 2);
}

/** A Markdown table; the first row is its head. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return rows.map((row, index) => (index === 0 ? `${line(row)}\n${rule}` : line(row))).join('\n');
}
