import type { RecordedHistory } from './recorded-history.ts';

/** The codes of the values that no ticket, no state and no change refers to any more, ascending. */
export function unusedValues({ values, tickets, log }: RecordedHistory): number[] {
  const isUsed = new Uint8Array(values.size);
  for (const column of [...tickets.first, ...tickets.current, log.from, log.to]) {
    for (const code of column.all()) isUsed[code] = 1;
  }
  return Array.from(isUsed.keys()).filter((code) => isUsed[code] === 0 && values.has(code));
}
