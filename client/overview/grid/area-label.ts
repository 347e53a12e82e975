import { formatFacetLabel } from '../../format/value-labels.ts';
import type { CountedValue, Counts } from '../counts.ts';
import { type Area, areaStretches, type Stretch } from './area.ts';

/** An area as a reader would call it: `High, 3–7 days`, `Critical to High, 1–3 days to 7–30 days`, `All`. */
export function areaLabel(area: Area, { rows, columns }: Counts): string {
  const [down, across] = areaStretches(area);
  const parts = [
    nameOfStretch(down, rows, (label) => formatFacetLabel('priority', label)),
    nameOfStretch(across, columns, (label) => label),
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'All' : parts.join(', ');
}

function nameOfStretch(
  stretch: Stretch,
  values: readonly CountedValue[],
  format: (label: string) => string,
): string | null {
  if (stretch === null) return null;
  const [first, last] = stretch.map((index) => format(values[index]?.label ?? ''));
  return first === last ? (first ?? '') : `${first} to ${last}`;
}

/** `30–90`, `90+`: the days of an age's band, for a narrow column. */
export function bandLabel(band: string): string {
  return band.replace('-', '–');
}
