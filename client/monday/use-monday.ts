import { useMemo } from 'react';
import {
  composeMonday,
  type MondayAnswers,
  mondayQuestions,
  mondayTrends,
} from '../../contract/monday/index.ts';
import { useCalendar } from '../address/api-query.ts';
import { mondayQuery } from '../api/monday.ts';
import { type Steady, useSteadyQuery } from '../api/use-steady-query.ts';
import { listCharts } from '../trends/charts/list-charts.ts';
import { useListState } from '../workspace/workspace-context.ts';

/** The answers that the page is made from, under the filters in force. */
export function useMonday(): Steady<MondayAnswers> {
  const { workspace, apiQuery } = useListState();
  const { now, zone } = useCalendar();
  const query = mondayQuery(workspace, mondayQuestions(apiQuery), {
    query: apiQuery,
    options: mondayTrends(now, zone, 'assignee'),
  });
  return useSteadyQuery(query);
}

/** All that the page shows of its answers. Its links keep periods that are counted from today. */
export function useMondayFigures(answers: MondayAnswers) {
  const { query, apiQuery } = useListState();
  const { now } = useCalendar();
  return useMemo(() => {
    const { trends } = answers;
    const { issuedFrom, issuedTo } = apiQuery;
    const datedQuery = { ...query, issuedFrom, issuedTo };
    return {
      page: composeMonday(mondayQuestions(query, datedQuery), answers, now),
      charts: listCharts({ trends, query, datedQuery, period: `Last ${trends.buckets.length} weeks` }),
    };
  }, [answers, query, apiQuery, now]);
}
