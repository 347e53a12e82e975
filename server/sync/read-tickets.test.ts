import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ticket } from '../../contract/index.ts';
import { ticket, tickets } from '../test/tickets.ts';
import type { FetchPage, ReadPage } from './pages.ts';
import { readTickets } from './read-tickets.ts';

/** A list that is cut into pages of `perPage`, as it is at the time of each call. */
function paged(list: () => readonly Ticket[], perPage: number): (page: number) => ReadPage {
  return (page) => {
    const all = list();
    const records = all.slice((page - 1) * perPage, page * perPage);
    return { tickets: records, unreadable: 0, received: records.length, totalCount: all.length };
  };
}

async function read(
  answer: (page: number) => ReadPage,
  expectedGap = 0,
  concurrency = 3,
  mayRepeat = () => true,
) {
  const asked: number[] = [];
  const fetchPage: FetchPage = async (page) => {
    asked.push(page);
    return answer(page);
  };
  const result = await readTickets({
    fetchPage,
    known: [],
    expectedGap,
    mayRepeat,
    concurrency,
    signal: new AbortController().signal,
    onProgress: async () => {},
  });
  return { ...result, ids: [...result.tickets.keys()].sort((a, b) => a - b), asked };
}

test('all pages are read once each, and the read is whole', async () => {
  const { ids, whole, total, asked } = await read(paged(() => tickets(1, 25), 10));
  expect({ count: ids.length, whole, total, asked }).toEqual({
    count: 25,
    whole: true,
    total: 25,
    asked: [1, 2, 3],
  });
});

test('an empty workspace takes one call and is whole', async () => {
  expect(await read(paged(() => [], 10))).toMatchObject({ whole: true, total: 0, ids: [], asked: [1] });
});

test('as many pages are read as it takes when the upstream gives fewer tickets a page than asked for', async () => {
  const { ids, whole, asked } = await read(paged(() => tickets(1, 20), 4));
  expect({ count: ids.length, whole, asked }).toEqual({ count: 20, whole: true, asked: [1, 2, 3, 4, 5] });
});

test('an upstream that ignores paging and sends everything takes one call', async () => {
  const all = tickets(1, 30);
  const { whole, asked } = await read(() => ({ tickets: all, unreadable: 0, received: 30, totalCount: 30 }));
  expect({ whole, asked }).toEqual({ whole: true, asked: [1] });
});

test('later pages that are shorter than the first do not end the read early', async () => {
  const pages = [tickets(1, 10), tickets(11, 15), tickets(16, 20), tickets(21, 24)];
  const { ids, whole } = await read((page) => {
    const records = pages[page - 1] ?? [];
    return { tickets: records, unreadable: 0, received: records.length, totalCount: 24 };
  });
  expect({ count: ids.length, whole }).toEqual({ count: 24, whole: true });
});

test('a ticket that comes twice is kept once, as it was read last', async () => {
  const older = ticket(2, { status: 'NEW' });
  const newer = ticket(2, { status: 'RESOLVED' });
  const pages = [[ticket(1), older], [newer, ticket(3)], [ticket(4)]];
  const result = await read(
    (page) => ({
      tickets: pages[page - 1] ?? [],
      unreadable: 0,
      received: pages[page - 1]?.length ?? 0,
      totalCount: 4,
    }),
    0,
    1,
  );
  expect(result.ids).toEqual([1, 2, 3, 4]);
  expect(result.tickets.get(2)).toBe(newer);
  expect(result.whole).toBe(true);
});

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

test('no more pages are on their way at once than allowed', async () => {
  let open = 0;
  let most = 0;
  const answer = paged(() => tickets(1, 100), 5);
  const result = await readTickets({
    async fetchPage(page) {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setImmediate(resolve));
      open--;
      return answer(page);
    },
    known: [],
    expectedGap: 0,
    mayRepeat: () => true,
    concurrency: 4,
    signal: new AbortController().signal,
    onProgress: async () => {},
  });
  expect(result.whole).toBe(true);
  expect(most).toBe(4);
});

test('one page that fails ends the read with that failure, and aborts the others', async () => {
  const aborted: number[] = [];
  const answer = paged(() => tickets(1, 100), 10);
  const reading = readTickets({
    async fetchPage(page, signal) {
      if (page === 1) return answer(page);
      if (page === 3) throw new Error('page 3');
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          aborted.push(page);
          reject(new Error('aborted'));
        });
      });
      return answer(page);
    },
    known: [],
    expectedGap: 0,
    mayRepeat: () => true,
    concurrency: 3,
    signal: new AbortController().signal,
    onProgress: async () => {},
  });
  await expect(reading).rejects.toThrow('page 3');
  expect(aborted.sort()).toEqual([2, 4]);
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
