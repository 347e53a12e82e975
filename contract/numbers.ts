const whole = new Intl.NumberFormat('en');

/** `1,204`. */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** `1 ticket`, `1,204 tickets`, `12 priorities`, `3 statuses`; an irregular plural has to be given. */
export function formatCountOf(value: number, one: string, many = pluralOf(one)): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

function pluralOf(one: string): string {
  if (one.endsWith('s')) return `${one}es`;
  return /[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`;
}
