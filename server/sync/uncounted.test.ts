import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ticket } from '../../contract/index.ts';
import { arbitraryScenario, createShiftingUpstream } from '../test/shifting-upstream.ts';
import { tickets } from '../test/tickets.ts';
import type { FetchPage, ReadPage } from './pages.ts';
import { readTickets } from './read-tickets.ts';

/** Pages of an upstream that tells no count; what it answers to the so-manyth call. */
type Answer = (page: number, call: number) => readonly Ticket[];

function pages(list: readonly Ticket[], perPage: number): Answer {
  return (page) => list.slice((page - 1) * perPage, page * perPage);
}

async function read(answer: Answer, known: readonly Ticket[] = [], mayRepeat = () => true) {
  const asked: number[] = [];
  const fetchPage: FetchPage = async (page): Promise<ReadPage> => {
    const records = answer(page, asked.push(page));
    return { tickets: records, unreadable: 0, received: records.length, totalCount: null };
  };
  return { ...(await readAll(fetchPage, known, mayRepeat)), asked };
}

function readAll(fetchPage: FetchPage, known: readonly Ticket[], mayRepeat = () => true) {
  return readTickets({
    fetchPage,
    known,
    expectedGap: 0,
    mayRepeat,
    concurrency: 4,
    signal: new AbortController().signal,
    onProgress: async () => {},
  });
}

test('all pages are read up to the first empty one, and nothing is called whole', async () => {
  const result = await read(pages(tickets(1, 25), 10));
  expect(result).toMatchObject({ whole: false, complete: true, total: null, gap: 0, seen: 25 });
  expect(result.tickets.size).toBe(25);
  expect(result.asked).toEqual([1, 2, 3, 4]);
});

test('a short page is not the end', async () => {
  const result = await read((page) => [tickets(1, 10), tickets(11, 13), tickets(14, 23)][page - 1] ?? []);
  expect(result.tickets.size).toBe(23);
});

test('an empty workspace takes one call', async () => {
  expect(await read(() => [])).toMatchObject({ whole: false, complete: true, asked: [1] });
});

test('an upstream that answers the same page for ever is given up on, and no ticket leaves by that', async () => {
  const result = await read(() => tickets(1, 10), tickets(1, 30));
  expect(result).toMatchObject({ complete: false, asked: [1, 2, 3, 4] });
});

test('a ticket that is gone leaves when a second pass lacks it too', async () => {
  const result = await read(pages(tickets(1, 24), 10), tickets(1, 25));
  expect(result.complete).toBe(true);
  expect(result.asked).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
});

test('a ticket that was missed once stays', async () => {
  const list = tickets(1, 25);
  const result = await read((page, call) => {
    const all = call <= 4 ? list.filter(({ id }) => id !== 12) : list;
    return pages(all, 10)(page, call);
  }, list);
  expect(result.tickets.size).toBe(25);
});

test('no known ticket leaves when the calls do not allow a second pass', async () => {
  const result = await read(pages(tickets(1, 24), 10), tickets(1, 25), () => false);
  expect(result).toMatchObject({ complete: false, asked: [1, 2, 3, 4] });
});

test('a count that only a later page tells is taken from there', async () => {
  const list = tickets(1, 25);
  const result = await readAll(async (page) => {
    const records = pages(list, 10)(page, 0);
    const totalCount = page === 1 ? null : 25;
    return { tickets: records, unreadable: 0, received: records.length, totalCount };
  }, []);
  expect(result).toMatchObject({ whole: true, total: 25 });
});

test('calls are bounded, and no known ticket that was there all the time is lost while one leaves and others come', async () => {
  const removal = arbitraryScenario(['remove']).map(({ shifts }) => shifts.slice(0, 1));
  await fc.assert(
    fc.asyncProperty(arbitraryScenario(['insert', 'update', 'move']), removal, async (others, removed) => {
      const upstream = createShiftingUpstream({
        ...others,
        short: [],
        shifts: [...others.shifts, ...removed],
      });
      const fetchPage: FetchPage = async (page, signal) => {
        const answer = await upstream.fetchPage(page, signal);
        return { ...answer, totalCount: null };
      };
      const { whole } = await readAll(fetchPage, upstream.first);
      expect(whole).toBe(false);
      expect(upstream.calls()).toBeLessThanOrEqual(3 * (Math.ceil(46 / others.perPage) + 4));
    }),
    { numRuns: 500 },
  );
});
