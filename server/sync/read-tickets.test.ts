import { expect, test } from 'vitest';
import { paged, read } from '../test/paged-read.ts';
import { ticket, tickets } from '../test/tickets.ts';
import { readTickets } from './read-tickets.ts';

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
