import { useQueries } from '@tanstack/react-query';
import { toApiQuery, useCalendar } from '../address/api-query.ts';
import { retryInterval } from '../api/retry.ts';
import { ticketsQuery } from '../api/tickets.ts';
import { useListState, useShownList } from '../workspace/workspace-context.ts';
import { decodeView, type SavedView } from './saved-view.ts';

/**
 * The number of tickets of each view, by its id; a view whose number is not known yet, or cannot be, is not in it. The
 * numbers are of the snapshot on screen, so that they agree with each other and with the list.
 */
export function useViewCounts(views: readonly SavedView[]): ReadonlyMap<string, number> {
  const listState = useListState();
  const { list } = useShownList();
  const calendar = useCalendar();
  const at = list?.snapshot.number ?? null;
  const requests = views.flatMap((view) => {
    const query = at === null ? null : decodeView(view);
    return query === null ? [] : [{ view, apiQuery: toApiQuery({ ...query, perPage: 1, at }, calendar) }];
  });
  return useQueries({
    queries: requests.map(({ apiQuery }) => ({
      ...ticketsQuery(listState.workspace, apiQuery),
      refetchInterval: retryInterval,
    })),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data, isPlaceholderData }, index) => {
          const id = requests[index]?.view.id;
          return data === undefined || isPlaceholderData || id === undefined ? [] : [[id, data.page.total]];
        }),
      ),
  });
}
