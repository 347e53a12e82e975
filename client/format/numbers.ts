const whole = new Intl.NumberFormat('en');

/** `1,204`. */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** `1 ticket`, `1,204 tickets`; for a plural that is more than an s, give it. */
export function formatCountOf(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

const size = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** `under 1 kB`, `12 kB`, `1.3 MB`: about how much room something takes. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000) return 'under 1 kB';
  return bytes < 1_000_000 ? `${size.format(bytes / 1_000)} kB` : `${size.format(bytes / 1_000_000)} MB`;
}
