import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { paged, read } from '../test/paged-read.ts';
import { ticket, tickets } from '../test/tickets.ts';
import type { ReadPage } from './pages.ts';

test('a ticket inserted at the front during the read is found by reading the front again', async () => {
  let list = tickets(1, 30);
  let calls = 0;
  const answer = paged(() => list, 10);
  const { ids, whole, asked } = await read(
    (page) => {
      calls++;
      if (calls === 2) list = [ticket(99), ...list];
      return answer(page);
    },
    0,
    1,
  );
  expect({ count: ids.length, whole }).toEqual({ count: 31, whole: true });
  expect(asked).toEqual([1, 2, 3, 4, 5, 1]);
});

test('a ticket removed during the read makes another be missed, so everything is read again', async () => {
  let list = tickets(1, 30);
  let calls = 0;
  const answer = paged(() => list, 10);
  const { ids, whole } = await read(
    (page) => {
      calls++;
      if (calls === 2) list = list.filter((one) => one.id !== 5);
      return answer(page);
    },
    0,
    1,
  );
  expect({ count: ids.length, has5: ids.includes(5), has11: ids.includes(11), whole }).toEqual({
    count: 29,
    has5: false,
    has11: true,
    whole: true,
  });
});

test('what never adds up is read three times, and is not whole', async () => {
  const list = tickets(1, 20);
  const answer = paged(() => list, 10);
  const result = await read((page) => ({ ...answer(page), totalCount: 21 }));
  expect(result).toMatchObject({ whole: false, complete: false, gap: 1, total: 21 });
  expect(result.asked).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3]);
});

test('a gap that the last read had too costs no second pass', async () => {
  const list = tickets(1, 20);
  const answer = paged(() => list, 10);
  const { whole, asked } = await read((page) => ({ ...answer(page), totalCount: 21 }), 1);
  expect({ whole, asked }).toEqual({ whole: false, asked: [1, 2, 3] });
});

test('records that nobody can read are no reason to read again, and keep the read from being whole', async () => {
  const { whole, complete, gap, asked } = await read((page) => ({
    tickets: page === 1 ? tickets(1, 9) : tickets(11, 15),
    unreadable: page === 1 ? 1 : 0,
    received: page === 1 ? 10 : 5,
    totalCount: 15,
  }));
  expect({ whole, complete, gap, asked }).toEqual({ whole: false, complete: true, gap: 1, asked: [1, 2] });
});

test('an upstream that answers the same page for ever is given up on', async () => {
  const { ids, whole, asked } = await read(() => ({
    tickets: tickets(1, 10),
    unreadable: 0,
    received: 10,
    totalCount: 50,
  }));
  expect({ count: ids.length, whole }).toEqual({ count: 10, whole: false });
  expect(asked.length).toBeLessThanOrEqual(18);
});

test('whatever is inserted at either end during a read, a whole read has all that is there', async () => {
  const change = fc.record({ call: fc.nat(8), front: fc.boolean() });
  /** Whole reads of lists that grew meanwhile. */
  let grown = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 1, max: 9 }),
      fc.array(change, { maxLength: 3 }),
      async (size, perPage, changes) => {
        let list = tickets(1, size);
        let calls = 0;
        const answer = paged(() => list, perPage);
        const { ids, whole, total } = await read((page) => {
          for (const { front } of changes.filter(({ call }) => call === calls)) {
            const added = ticket(100 + list.length);
            list = front ? [added, ...list] : [...list, added];
          }
          calls++;
          return answer(page);
        });
        if (changes.length === 0) expect(whole).toBe(true);
        if (!whole) return;
        if (list.length > size) grown++;
        expect(total).toBe(list.length);
        expect(ids).toEqual(list.map(({ id }) => id).sort((a, b) => a - b));
      },
    ),
    { numRuns: 200 },
  );
  expect(grown).toBeGreaterThan(50);
});

test('when the calls do not allow it, what does not add up is not read again, and says so', async () => {
  const short = paged(() => tickets(1, 19), 10);
  const answer = (page: number): ReadPage => ({ ...short(page), totalCount: 20 });
  const { whole, complete, gap, asked } = await read(answer, 0, 1, () => false);
  expect({ whole, complete, gap, asked }).toEqual({
    whole: false,
    complete: false,
    gap: 1,
    asked: [1, 2, 3],
  });
});
