import { fieldOf, type Summary } from '../../../contract/index.ts';
import { isSameGroup, type TicketGroup } from './ticket-groups.ts';

/** Numbers of the tickets in the groups of a list, whatever page they are on. */
export interface GroupCounts {
  readonly of: (group: TicketGroup) => number;
  /** Number of tickets that stand before a group in the usual order. */
  readonly before: (group: TicketGroup) => number;
}

/** Reads the groups' numbers out of a summary by `overdue` and `priority`. */
export function countGroups(summary: Summary): GroupCounts {
  const groups = listGroups(summary);
  return {
    of: (group) => groups.find((one) => isSameGroup(one, group))?.count ?? 0,
    before: (group) => {
      const end = groups.findIndex((one) => isSameGroup(one, group));
      return groups.slice(0, Math.max(0, end)).reduce((sum, { count }) => sum + count, 0);
    },
  };
}

/** The groups in the usual order. Tickets without a priority are in no cell, and come last. */
function listGroups({ axes, cells, total, unplaced }: Summary): (TicketGroup & { readonly count: number })[] {
  const [flags, priorities] = axes;
  if (flags === undefined || priorities === undefined) throw new Error('Groups need a summary by two keys.');
  const names = priorities.values.map(({ value }) => value);
  const overdueWithout = total.overdue - cells.reduce((sum, { overdue }) => sum + overdue, 0);
  return [true, false].flatMap((isOverdue) => [
    ...inUsualOrder(names).map((priority) => ({
      isOverdue,
      priority,
      count:
        cells.find(
          ({ at: [flag = -1, place = -1] }) =>
            flags.values[flag]?.value === String(isOverdue) && names[place] === priority,
        )?.count ?? 0,
    })),
    { isOverdue, priority: null, count: isOverdue ? overdueWithout : unplaced - overdueWithout },
  ]);
}

/** Known priorities as an axis has them, the most urgent first; the others by name, which descends too. */
function inUsualOrder(names: readonly string[]): readonly string[] {
  const known = fieldOf('priority').known?.values ?? [];
  const isKnown = (name: string) => known.includes(name);
  return [...names.filter(isKnown), ...names.filter((name) => !isKnown(name)).toReversed()];
}
