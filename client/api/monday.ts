import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  encodeQuery,
  routes,
  type TicketQuery,
  type Trends,
  type TrendsOptions,
  trendsRequest,
} from '../../contract/index.ts';
import type { MondayAnswers, MondayQuestions } from '../../contract/monday/index.ts';
import { TRENDS } from './answer-shapes.ts';
import { request } from './request.ts';
import { readPage } from './tickets.ts';

/**
 * All that the Monday page is made from: counts of lists of one snapshot, which the list beside it is pinned to (`at`), and
 * the trends of the newest read. Nothing moves until the reader moves on.
 */
export function mondayQuery(
  workspace: string,
  questions: MondayQuestions,
  { query, options }: { readonly query: TicketQuery; readonly options: TrendsOptions },
) {
  const { at } = query;
  const trends = new URLSearchParams(trendsRequest.encode(query, options)).toString();
  const open = new URLSearchParams(encodeQuery(questions.open)).toString();
  return queryOptions({
    queryKey: ['monday', workspace, open, trends, at],
    queryFn: async ({ signal }): Promise<MondayAnswers> => {
      const read = (list: TicketQuery) => readPage(workspace, { ...list, at, perPage: 1 }, signal);
      const [openList, overdue, weeks, counts] = await Promise.all([
        read(questions.open),
        read(questions.overdue),
        request<Trends>(`${routes.trends(workspace)}?${trends}`, { shape: TRENDS, signal }),
        Promise.all(
          [...questions.attention].map(async ([key, list]) => [key, (await read(list)).page.total] as const),
        ),
      ]);
      return { open: openList, overdue, trends: weeks, attention: new Map(counts) };
    },
    placeholderData: keepPreviousData,
    enabled: at !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
