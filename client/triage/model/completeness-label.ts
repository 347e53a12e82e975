import type { MeetingHead } from '../../../contract/meeting/index.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';

/** `all 31,606 tickets read`, `12,000 of 31,606 tickets read: some were missing`. */
export function completenessLabel({
  whole,
  loaded,
  total,
}: Pick<MeetingHead['snapshot'], 'whole' | 'loaded' | 'total'>): string {
  if (loaded === null) return whole ? 'all tickets read' : 'not all tickets read';
  if (whole) return `all ${formatCountOf(loaded, 'ticket')} read`;
  const read =
    total === null
      ? formatCountOf(loaded, 'ticket')
      : `${formatCount(loaded)} of ${formatCountOf(total, 'ticket')}`;
  return `${read} read: some were missing`;
}
