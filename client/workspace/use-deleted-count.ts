import type { TicketQuery } from '../../contract/index.ts';
import { summaryQuery } from '../api/summary.ts';
import { useSteadyQuery } from '../api/use-steady-query.ts';
import { useListState } from './workspace-context.ts';

/**
 * Number of deleted tickets that a query leaves out although its filters match them: the difference between its total and
 * that of all that was read. 0 before it is known.
 */
export function useDeletedCount(query: TicketQuery): number {
  const { workspace } = useListState();
  const { data, isStale } = useSteadyQuery({
    ...summaryQuery(workspace, { ...query, deleted: 'only' }, { by: ['overdue'], zone: 'UTC' }),
    enabled: query.deleted === 'exclude' && query.at !== null,
  });
  return query.deleted !== 'exclude' || data === undefined || isStale ? 0 : data.total.count;
}
