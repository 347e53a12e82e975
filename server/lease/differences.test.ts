import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticket } from '../test/tickets.ts';
import { applyDifferences, differences } from './differences.ts';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 30 })).map((all) => all.sort((a, b) => a - b));
const list = fc
  .tuple(ids, fc.infiniteStream(fc.constantFrom('NEW', 'OPEN')))
  .map(([all, states]) => all.map((id) => ticket(id, { status: states.next().value })));

test('what differs, applied to the list before, makes the list after, and tells nothing else', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const told = differences(before, after);
      expect(applyDifferences(before, told)).toEqual(after);
      const same = after.filter((one) =>
        before.some((old) => old.id === one.id && old.status === one.status),
      );
      expect(told.changed).toHaveLength(after.length - same.length);
      expect(told.gone.every((id) => !after.some((one) => one.id === id))).toBe(true);
    }),
  );
});

test('a ticket that nothing has changed about stays the same object', () => {
  const before = [ticket(1), ticket(2)];
  const after = [ticket(1), ticket(2, { status: 'OPEN' })];
  expect(applyDifferences(before, differences(before, after))[0]).toBe(before[0]);
});
