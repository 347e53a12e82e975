const whole = new Intl.NumberFormat('en');

/** `1,204`. */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** `1 ticket`, `1,204 tickets`, `12 priorities`, `3 statuses`; an irregular plural has to be given. */
export function formatCountOf(value: number, one: string, many = pluralOf(one)): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

const size = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** `under 1 kB`, `12 kB`, `1.3 MB`: about how much room something takes. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000) return 'under 1 kB';
  return bytes < 1_000_000 ? `${size.format(bytes / 1_000)} kB` : `${size.format(bytes / 1_000_000)} MB`;
}

function pluralOf(one: string): string {
  if (one.endsWith('s')) return `${one}es`;
  return /[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`;
}
