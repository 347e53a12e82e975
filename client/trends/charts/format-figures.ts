import { formatCount } from '../../format/numbers.ts';

const few = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `0.4 d`, `12 d`: tenths of days only where they matter. */
export function formatDays(days: number): string {
  return `${days < 10 ? few.format(days) : formatCount(Math.round(days))} d`;
}

/** `+12`, `−3`, `0`. */
export function formatSigned(value: number): string {
  const size = formatCount(Math.abs(value));
  return value === 0 ? size : `${value < 0 ? '−' : '+'}${size}`;
}

/** `64 %` of a share from 0 to 1; neither nothing nor all where it is only nearly so. */
export function formatShareOf(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return 'under 1 %';
  if (percent > 99 && percent < 100) return 'over 99 %';
  return `${Math.round(percent)} %`;
}
