import type { Separator } from '../../../contract/index.ts';
import { useSettings } from '../../settings/settings.ts';

/** The separator of CSV files: the one that the reader has chosen, else the one of their language's spreadsheets. */
export function useSeparator(): Separator {
  return useSettings().separator ?? usualSeparator(navigator.language);
}

/** The separator that spreadsheets expect in a language: where the comma is in numbers, it is not between them. */
export function usualSeparator(language: string): Separator {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? 'semicolon' : 'comma';
}
