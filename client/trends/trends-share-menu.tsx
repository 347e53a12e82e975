import type { Trends } from '../../contract/index.ts';
import type { ShareMenuProps } from '../frame/share/share-button.tsx';
import { TableShareMenu } from '../frame/share/table-share-menu.tsx';
import { allTexts } from './charts/chart-texts.ts';
import type { TrendsParams } from './period/trends-params.ts';
import { scorecardTexts } from './scorecards/scorecard-texts.ts';
import { MOST_OVERDUE, sortScorecards } from './scorecards/scorecards.ts';
import { useTrendsFigures } from './use-trends.ts';

interface TrendsShareMenuProps extends ShareMenuProps {
  readonly trends: Trends;
  readonly params: TrendsParams;
}

/** Ways to share the trends: all charts as one table, and the scorecards as another. */
export function TrendsShareMenu({ trends, params, ...menu }: TrendsShareMenuProps) {
  const { charts, changes, names, cards } = useTrendsFigures(trends, params);
  const scorecards = scorecardTexts(sortScorecards(cards, MOST_OVERDUE), trends.by ?? params.by);
  return <TableShareMenu {...menu} tables={[allTexts([...charts, ...changes], names), scorecards]} />;
}
