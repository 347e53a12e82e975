import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Axis, Summary } from '../../contract/index.ts';
import { tabulate } from './counts.ts';

interface Ticket {
  readonly age: string | null;
  readonly priority: string | null;
  readonly late: boolean;
  readonly resolved: boolean;
}

const AGES = ['0-1', '1-3', '90+'];
const PRIORITIES = ['HIGH', 'LOW'];

const tickets = fc.array(
  fc.record({
    age: fc.constantFrom(...AGES, null),
    priority: fc.constantFrom(...PRIORITIES, null),
    late: fc.boolean(),
    resolved: fc.boolean(),
  }),
);

test('rows, columns and cells count what the list of their values has, on random tickets', () => {
  fc.assert(
    fc.property(tickets, (all) => {
      const both = summarize(all, ['priority', 'age']);
      const apart =
        both.unplaced === 0 ? null : ([summarize(all, ['priority']), summarize(all, ['age'])] as const);
      const { rows, columns, at, total, unplaced } = tabulate(both, apart);
      for (const [row, { value, count, open, overdue }] of rows.entries()) {
        const own = all.filter(({ priority }) => priority === value);
        expect([count, open, overdue]).toEqual([
          own.length,
          own.filter(({ resolved }) => !resolved).length,
          own.filter(({ late }) => late).length,
        ]);
        for (const [column, age] of columns.entries()) {
          expect(at(row, column).count).toBe(own.filter((one) => one.age === age.value).length);
        }
      }
      for (const { value, count } of columns) {
        expect(count).toBe(all.filter(({ age }) => age === value).length);
      }
      expect(total.count).toBe(all.length);
      expect(unplaced).toBe(all.filter(({ age, priority }) => age === null || priority === null).length);
    }),
  );
});

/** What the server answers, the plain way. */
function summarize(all: readonly Ticket[], keys: readonly ('priority' | 'age')[]): Summary {
  const axes: Axis[] = keys.map((key) => ({
    key,
    values: (key === 'age' ? AGES : PRIORITIES).map((value) => ({ value, label: value })),
  }));
  const places = axes.reduce<number[][]>(
    (found, { values }) => found.flatMap((place) => values.map((_, index) => [...place, index])),
    [[]],
  );
  const cells = places
    .map((at) => {
      const own = all.filter((ticket) =>
        keys.every((key, axis) => ticket[key] === axes[axis]?.values[at[axis] ?? -1]?.value),
      );
      return { at, ...measure(own) };
    })
    .filter(({ count }) => count > 0);
  const placed = cells.reduce((sum, { count }) => sum + count, 0);
  return {
    axes,
    cells,
    total: measure(all),
    unplaced: all.length - placed,
    snapshot: {} as Summary['snapshot'],
  };
}

function measure(own: readonly Ticket[]) {
  return {
    count: own.length,
    open: own.filter(({ resolved }) => !resolved).length,
    overdue: own.filter(({ late }) => late).length,
    urgent: 0,
    oldest: null,
  };
}
