import type { TrendGroup } from '../../../contract/index.ts';
import type { TextTable } from '../../format/text-table.ts';
import { NAME_TITLES } from './scorecard-table.tsx';
import { MEASURE_KEYS, MEASURES, type Scorecard } from './scorecards.ts';

/** The scorecards as a table to copy, each measure with its change. */
export function scorecardTexts(cards: readonly Scorecard[], by: TrendGroup): TextTable {
  return {
    title: `Scorecards by ${by}`,
    head: [
      NAME_TITLES[by],
      ...MEASURE_KEYS.flatMap((measure) => [MEASURES[measure].title, `${MEASURES[measure].title}, change`]),
    ],
    rows: cards.map(({ label, scores }) => [
      label,
      ...MEASURE_KEYS.flatMap((measure) => [scores[measure].value ?? '', scores[measure].change ?? '']),
    ]),
  };
}
