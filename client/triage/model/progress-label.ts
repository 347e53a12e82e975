import type { Progress } from '../../../contract/meeting/index.ts';
import { formatCount } from '../../format/numbers.ts';

/** `12 of 12 done`, or `9 of 12 done, 2 parked, 1 not reviewed`. */
export function doneLabel(progress: Progress): string {
  return [
    `${formatCount(progress.done)} of ${formatCount(progress.total)} done`,
    ...openLabels(progress),
  ].join(', ');
}

/** The tickets that wait for a verdict: `2 parked`, `1 not reviewed`; none when all are done. */
function openLabels({ parked, notReviewed }: Progress): readonly string[] {
  return [
    ...(parked > 0 ? [`${formatCount(parked)} parked`] : []),
    ...(notReviewed > 0 ? [`${formatCount(notReviewed)} not reviewed`] : []),
  ];
}

/** `3 without a decision`; '' for none. */
export function undecidedLabel({ undecided }: Progress): string {
  return undecided === 0 ? '' : `${formatCount(undecided)} without a decision`;
}

/** `9 of 12 reviewed · 2 parked`. */
export function reviewedLabel({ done, total, parked }: Progress): string {
  const reviewed = `${formatCount(done)} of ${formatCount(total)} reviewed`;
  return parked === 0 ? reviewed : `${reviewed} · ${formatCount(parked)} parked`;
}
