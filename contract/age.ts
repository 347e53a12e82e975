/** Milliseconds in a day; ages count days of 24 hours, without a time zone. */
export const DAY_MS = 86_400_000;

/** The bands of a ticket's age, youngest first: whole days, `from` inclusive and `to` exclusive. */
export const AGE_BANDS = [
  { value: '0-1', label: 'Under 1 day', from: 0, to: 1 },
  { value: '1-3', label: '1–3 days', from: 1, to: 3 },
  { value: '3-7', label: '3–7 days', from: 3, to: 7 },
  { value: '7-30', label: '7–30 days', from: 7, to: 30 },
  { value: '30-90', label: '30–90 days', from: 30, to: 90 },
  { value: '90+', label: '90 days and more', from: 90, to: Number.POSITIVE_INFINITY },
] as const;

export type AgeBand = (typeof AGE_BANDS)[number]['value'];

/**
 * Whole days between two instants in epoch milliseconds. Less than a day in the future is 0 (clocks
 * differ); more is negative, and so in no band.
 */
export function ageInDays(issued: number, now: number): number {
  return Math.trunc((now - issued) / DAY_MS) + 0;
}
