import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closest } from './closest.ts';

test.each([
  ['stauts', ['priority', 'status'], 'status'],
  ['MULLER', ['Miller', 'Müller'], 'Müller'],
  ['ticket', ['MANUAL TICKET', 'tickets'], 'tickets'],
  ['icke', ['MANUAL TICKET'], 'MANUAL TICKET'],
  ['priority', ['pirority', 'severity'], 'pirority'],
  ['xyz', ['status'], null],
  ['', ['status'], null],
  ['x'.repeat(41), ['x'.repeat(41)], null],
])('%s was probably meant for one of %j', (word, candidates, meant) => {
  expect(closest(word, candidates)).toBe(meant);
});

/** The least number of steps, by the whole table. */
function stepsBetween(from: string, to: string): number {
  const table = Array.from({ length: from.length + 1 }, (_, line) => [line] as number[]);
  const cell = (line: number, column: number) => table[line]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let line = 0; line <= from.length; line++) {
    for (let column = line === 0 ? 0 : 1; column <= to.length; column++) {
      const isSwapped =
        line > 1 && column > 1 && from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
      (table[line] as number[])[column] =
        line === 0
          ? column
          : Math.min(
              cell(line - 1, column - 1) + Number(from[line - 1] !== to[column - 1]),
              cell(line - 1, column) + 1,
              cell(line, column - 1) + 1,
              isSwapped ? cell(line - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
            );
    }
  }
  return cell(from.length, to.length);
}

test('a candidate is meant when a third of the letters, or three, at most are wrong', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 12 });
  fc.assert(
    fc.property(word, word, (from, to) => {
      fc.pre(!to.includes(from));
      const isNear = stepsBetween(from, to) <= Math.min(3, Math.floor(from.length / 3));
      expect(closest(from, [to]) === to).toBe(isNear);
    }),
    { numRuns: 500 },
  );
});
