import {
  DEFAULT_SORT,
  formatSort,
  type Ticket,
  type TicketQuery,
  withChosenValues,
} from '../../../contract/index.ts';
import { onlyValue } from '../../filters/change-filters.ts';

/** The tickets of one priority that are overdue, or those that are not. */
export interface TicketGroup {
  readonly isOverdue: boolean;
  /** As the upstream has it; null for tickets without one. */
  readonly priority: string | null;
}

/** Neighbouring tickets of a page that are of one group. */
export interface PageGroup extends TicketGroup {
  /** Index of its first ticket on the page. */
  readonly from: number;
  /** Index after its last one. */
  readonly to: number;
  /** Whether the group stands further up already: priorities that differ by case alone are mixed in the order. */
  readonly isRepeated: boolean;
}

/** Whether a list's order brings the tickets of each group together. */
export function isInGroups({ sort }: TicketQuery): boolean {
  return formatSort(sort) === formatSort(DEFAULT_SORT);
}

/** The groups of a page, in its order. */
export function groupTickets(tickets: readonly Ticket[]): readonly PageGroup[] {
  const groups: PageGroup[] = [];
  tickets.forEach(({ isOverdue, priority }, index) => {
    const last = groups.at(-1);
    const group = { isOverdue, priority };
    if (last !== undefined && isSameGroup(last, group)) groups.splice(-1, 1, { ...last, to: index + 1 });
    else {
      const isRepeated = groups.some((before) => isSameGroup(before, group));
      groups.push({ ...group, from: index, to: index + 1, isRepeated });
    }
  });
  return groups;
}

export function isSameGroup(one: TicketGroup, other: TicketGroup): boolean {
  return one.isOverdue === other.isOverdue && one.priority === other.priority;
}

/**
 * The query's list with the tickets of one group alone.
 *
 * @param priorities all that the snapshot has: nothing names a missing one, but that it is none of these
 */
export function filterGroup(
  query: TicketQuery,
  { isOverdue, priority }: TicketGroup,
  priorities: readonly string[],
): TicketQuery {
  const chosen = priority === null ? { any: [], none: priorities } : { any: [priority], none: [] };
  return {
    ...query,
    ...onlyValue(query, 'overdue', String(isOverdue)),
    ...withChosenValues(query, 'priority', chosen),
    page: 1,
  };
}
