import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenValues, DEFAULT_QUERY, type Summary, type Ticket } from '../../../contract/index.ts';
import { ticket } from '../../test/fake-server.ts';
import { summarize } from '../../test/naive-summary.ts';
import { countGroups } from './group-counts.ts';
import { filterGroup, groupTickets, isSameGroup } from './ticket-groups.ts';

/** The most urgent first, those that nobody documents by name, those without any last. */
const ORDER = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'WHENEVER', 'VIP', null];

const list = fc
  .array(fc.record({ isOverdue: fc.boolean(), priority: fc.constantFrom(...ORDER) }), { minLength: 1 })
  .map((some) =>
    some
      .toSorted(
        (a, b) =>
          Number(b.isOverdue) - Number(a.isOverdue) || ORDER.indexOf(a.priority) - ORDER.indexOf(b.priority),
      )
      .map((one, index) => ticket(index + 1, one)),
  );

const counted = (tickets: readonly Ticket[]) =>
  countGroups(summarize(tickets, ['overdue', 'priority']) as Summary);

/** Whether a query's filters by overdue and priority let a ticket through. */
function matches(query: typeof DEFAULT_QUERY, { isOverdue, priority }: Ticket): boolean {
  const { any, none } = chosenValues(query, 'priority');
  const isNamed = priority !== null && any.includes(priority);
  const isExcluded = priority !== null && none.includes(priority);
  return (
    (query.overdue === null || query.overdue === isOverdue) && (any.length === 0 || isNamed) && !isExcluded
  );
}

test('each ticket of a page stands in one group, and no group twice', () => {
  fc.assert(
    fc.property(list, (tickets) => {
      const groups = groupTickets(tickets);
      const rows = groups.flatMap((group) =>
        tickets.slice(group.from, group.to).map((one) => ({ one, isIn: isSameGroup(group, one) })),
      );
      expect(rows.map(({ one }) => one)).toEqual(tickets);
      expect(rows.every(({ isIn }) => isIn)).toBe(true);
      expect(groups.some(({ isRepeated }) => isRepeated)).toBe(false);
    }),
  );
});

test('a group’s number is that of its tickets in the list, and of the list that its head leads to', () => {
  fc.assert(
    fc.property(list, fc.constantFrom<readonly string[]>([], ['LOW'], ['VIP', 'HIGH']), (all, excluded) => {
      const query = { ...DEFAULT_QUERY, not: { ...DEFAULT_QUERY.not, priority: excluded } };
      const tickets = all.filter((one) => matches(query, one));
      const priorities = new Set(all.flatMap(({ priority }) => priority ?? []));
      const counts = counted(tickets);
      for (const group of groupTickets(tickets)) {
        const found = all.filter((one) => matches(filterGroup(query, group, [...priorities]), one));
        expect(found).toEqual(tickets.slice(group.from, group.to));
        expect(counts.of(group)).toBe(found.length);
      }
    }),
  );
});

test('the tickets before a group are those that stand before it in the list', () => {
  fc.assert(
    fc.property(list, (tickets) => {
      const counts = counted(tickets);
      for (const group of groupTickets(tickets)) expect(counts.before(group)).toBe(group.from);
    }),
  );
});

test('priorities that differ by case alone are groups of their own, and go on where they are mixed', () => {
  const mixed = ['urgent', 'Urgent', 'urgent'].map((priority, index) => ticket(index, { priority }));
  expect(groupTickets(mixed).map(({ priority, isRepeated }) => [priority, isRepeated])).toEqual([
    ['urgent', false],
    ['Urgent', false],
    ['urgent', true],
  ]);
});
