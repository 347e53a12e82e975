import type { Trends } from '../../contract/index.ts';
import { activeFilters, filterLabels } from '../filters/active-filters.ts';
import { formatDay, formatExact } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { useZone } from '../settings/settings.ts';
import { useListState, useShownList } from '../workspace/workspace-context.ts';

/** Facts about the source of the page's numbers, in words: their filters, age and completeness, and the recording. */
export function useSourceLines({ recordedSince }: Trends): readonly string[] {
  const { query } = useListState();
  const { list } = useShownList();
  const zone = useZone();
  if (list === null) return [];
  const { takenAt, whole, loaded, total } = list.snapshot;
  const filters = activeFilters({ ...query, overdue: null }, list.facets, zone).map(filterLabels);
  const read =
    whole || total === null
      ? `all ${formatCount(loaded)} tickets read`
      : `${formatCount(loaded)} of ${formatCount(total)} tickets read: some are missing`;
  return [
    `Filters: ${filters.length === 0 ? 'none' : filters.join('; ')}`,
    `As of ${takenAt === null ? 'an unknown time' : formatExact(takenAt, zone)}, ${read}`,
    recordedSince === null ? 'Nothing recorded yet' : `Recorded since ${formatDay(recordedSince, zone)}`,
  ];
}
