/** `carried over, 2nd time`; '' for a ticket that no earlier meeting had. */
export function carriedOverLabel(times: number): string {
  if (times === 0) return '';
  return times === 1 ? 'carried over' : `carried over, ${ordinal(times)} time`;
}

function ordinal(value: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' };
  return `${value}${ending[ordinals.select(value)]}`;
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
