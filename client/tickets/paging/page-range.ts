import type { Page } from '../../../contract/index.ts';
import { formatCount } from '../../format/numbers.ts';

/** `51–100 of 1,204`. */
export function formatRange({ number, perPage, total }: Page): string {
  const from = (number - 1) * perPage + 1;
  if (from > total) return `0 of ${formatCount(total)}`;
  const to = Math.min(number * perPage, total);
  return `${formatCount(from)}–${formatCount(to)} of ${formatCount(total)}`;
}
