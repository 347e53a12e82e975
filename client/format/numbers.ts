const whole = new Intl.NumberFormat('en');

/** `1,204`. */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** `1 ticket`, `1,204 tickets`; for a plural that is more than an s, give it. */
export function formatCountOf(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}
