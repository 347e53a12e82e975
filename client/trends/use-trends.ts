import { useMemo } from 'react';
import { dayIn, type Trends } from '../../contract/index.ts';
import { useCalendar } from '../address/api-query.ts';
import { trendsQuery } from '../api/trends.ts';
import { type Steady, useSteadyQuery } from '../api/use-steady-query.ts';
import { useListState } from '../workspace/workspace-context.ts';
import { fullName } from './charts/buckets.ts';
import { listChangeCharts, listCharts } from './charts/list-charts.ts';
import { periodLabel } from './period/periods.ts';
import { faultOf, type TrendsParams, toOptions } from './period/trends-params.ts';
import { readScorecards } from './scorecards/scorecards.ts';

/** The trends under the filters in force, and the reason why a period has none. */
export function useTrends(params: TrendsParams): {
  readonly result: Steady<Trends>;
  readonly fault: ReturnType<typeof faultOf>;
} {
  const listState = useListState();
  const calendar = useCalendar();
  const options = toOptions(params, calendar);
  const fault = faultOf(options, dayIn(calendar.now, calendar.zone));
  const query = trendsQuery(listState.workspace, listState.apiQuery, options);
  return {
    result: useSteadyQuery({ ...query, enabled: listState.apiQuery.at !== null && fault === null }),
    fault,
  };
}

/** All that the screen shows of an answer. */
export function useTrendsFigures(trends: Trends, params: TrendsParams) {
  const { query, apiQuery } = useListState();
  return useMemo(() => {
    const { issuedFrom, issuedTo } = apiQuery;
    const datedQuery = { ...query, issuedFrom, issuedTo };
    const subject = { trends, query, datedQuery, period: periodLabel(params, trends.zone) };
    return {
      charts: listCharts(subject),
      changes: listChangeCharts(subject),
      names: trends.buckets.map((bucket) => fullName(bucket, trends)),
      cards: readScorecards(trends),
    };
  }, [trends, params, query, apiQuery]);
}
