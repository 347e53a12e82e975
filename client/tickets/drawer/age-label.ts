import { ageInDays } from '../../../contract/index.ts';
import { formatCountOf } from '../../format/numbers.ts';

const HOUR_MS = 3_600_000;

/**
 * `34 days`, within the first day `5 hours`: how old a ticket was when its data was taken.
 *
 * @param takenAt in epoch milliseconds
 */
export function ageLabel(issued: string, takenAt: number): string {
  const days = ageInDays(Date.parse(issued), takenAt);
  if (days >= 1) return formatCountOf(days, 'day');
  const hours = Math.trunc((takenAt - Date.parse(issued)) / HOUR_MS);
  return hours >= 1 ? formatCountOf(hours, 'hour') : 'less than an hour';
}
