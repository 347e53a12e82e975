import * as z from 'zod/mini';
import { DAY_MS } from './age.ts';

const dayText = z.iso.date();
const instantText = z.iso.datetime({ offset: true });

/** Whether a text is a day (`2026-02-04`) or an instant with its zone (`2026-02-04T08:59:52Z`). */
export function isDate(text: string): boolean {
  return isDay(text) || (instantText.safeParse(text).success && !Number.isNaN(Date.parse(text)));
}

/** The first instant that `issuedFrom` lets in, in epoch milliseconds. A day means that UTC day, whole. */
export function startOf(text: string): number {
  return Date.parse(text);
}

/** The first instant that `issuedTo` keeps out, in epoch milliseconds. A day means that UTC day, whole. */
export function endOf(text: string): number {
  return isDay(text) ? Date.parse(text) + DAY_MS : Date.parse(text);
}

function isDay(text: string): boolean {
  return dayText.safeParse(text).success;
}
