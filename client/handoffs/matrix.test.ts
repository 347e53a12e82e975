import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Summary } from '../../contract/index.ts';
import { readHandoffs } from './flows.ts';
import { makeMatrix } from './matrix.ts';

/** A summary of tickets that went from one of some numbered segments to another. */
function summarize(segments: number, tickets: readonly (readonly [number, number])[]): Summary {
  const values = Array.from({ length: segments }, (_, index) => ({
    value: `s${index}`,
    label: `S ${index}`,
  }));
  const counts = new Map<string, number>();
  for (const way of tickets) counts.set(way.join(), (counts.get(way.join()) ?? 0) + 1);
  const measures = { open: 0, overdue: 0, urgent: 0, oldest: null };
  return {
    axes: [
      { key: 'originSegment', values },
      { key: 'segment', values },
    ],
    cells: [...counts].map(([way, count]) => ({ at: way.split(',').map(Number), count, ...measures })),
    total: { count: tickets.length, ...measures },
    unplaced: 0,
    snapshot: {} as Summary['snapshot'],
  };
}

const ticketsOf = (segments: number) => fc.array(fc.tuple(fc.nat(segments - 1), fc.nat(segments - 1)));

test('each cell counts the tickets of its row and column that moved, or that stayed in their one segment', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 40 })
        .chain((segments) => fc.tuple(fc.constant(segments), ticketsOf(segments))),
      ([segments, tickets]) => {
        const { rows, columns, at } = makeMatrix(readHandoffs(summarize(segments, tickets)));
        expect(rows.length).toBeLessThanOrEqual(16);
        expect(columns.length).toBeLessThanOrEqual(16);
        for (const [row, from] of rows.entries()) {
          for (const [column, to] of columns.entries()) {
            const { count, stayed } = at(row, column);
            const own = tickets.filter(
              ([origin, segment]) =>
                from.values.includes(`s${origin}`) &&
                to.values.includes(`s${segment}`) &&
                (origin === segment) === stayed,
            );
            expect(count).toBe(own.length);
          }
        }
        const moved = tickets.filter(([origin, segment]) => origin !== segment).length;
        const all = rows.flatMap((_, row) => columns.map((__, column) => at(row, column)));
        expect(all.reduce((sum, { count, stayed }) => sum + (stayed ? 0 : count), 0)).toBe(moved);
      },
    ),
  );
});

test('of many segments those with the least traffic are one, called by their number', () => {
  const tickets = Array.from({ length: 20 }, (_, segment) =>
    Array.from({ length: segment + 1 }, () => [segment, 19 - segment] as const),
  ).flat();
  const { rows } = makeMatrix(readHandoffs(summarize(20, [...tickets, ...tickets])));
  expect(rows).toHaveLength(16);
  expect(rows.at(-1)).toMatchObject({ label: '5 others', values: { length: 5 } });
});
