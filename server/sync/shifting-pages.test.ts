import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ticket } from '../../contract/index.ts';
import { arbitraryScenario, createShiftingUpstream, type Scenario } from '../test/shifting-upstream.ts';
import type { FetchPage } from './pages.ts';
import { readTickets } from './read-tickets.ts';

const RUNS = { numRuns: 2000 };

async function read(fetchPage: FetchPage, { concurrency }: Scenario, known: readonly Ticket[]) {
  const result = await readTickets({
    fetchPage,
    known,
    concurrency,
    expectedGap: 0,
    mayRepeat: () => true,
    signal: new AbortController().signal,
    onProgress: async () => {},
  });
  return { ...result, missing: (ids: readonly number[]) => ids.filter((id) => !result.tickets.has(id)) };
}

test('what is whole adds up, and the calls are bounded, however the pages shift', async () => {
  const any = arbitraryScenario(['insert', 'remove', 'update', 'move']);
  await fc.assert(
    fc.asyncProperty(any, async (scenario) => {
      const upstream = createShiftingUpstream(scenario);
      const { whole, tickets, total } = await read(upstream.fetchPage, scenario, []);
      if (whole) expect(tickets.size).toBe(total);
      // A first page that came short by one makes more pages reckoned than there are.
      const pages = Math.ceil(46 / Math.max(1, scenario.perPage - 1));
      expect(upstream.calls()).toBeLessThanOrEqual(3 * (2 * pages + 2));
    }),
    RUNS,
  );
});

test.each([['insert'], ['remove']] as const)(
  'nothing that was there all the time is missing from what adds up, with any %s, update and move',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(arbitraryScenario([kind, 'update', 'move']), async (scenario) => {
        const upstream = createShiftingUpstream(scenario);
        const { complete, missing } = await read(upstream.fetchPage, scenario, []);
        if (complete) expect(missing(upstream.stayed())).toEqual([]);
      }),
      RUNS,
    );
  },
);

test('no known ticket that was there all the time is lost when one leaves and others come', async () => {
  const removal = arbitraryScenario(['remove']).map(({ shifts }) => shifts.slice(0, 1));
  await fc.assert(
    fc.asyncProperty(arbitraryScenario(['insert', 'update', 'move']), removal, async (others, [one]) => {
      const scenario = { ...others, shifts: [...others.shifts, ...(one === undefined ? [] : [one])] };
      const upstream = createShiftingUpstream(scenario);
      const { complete, missing } = await read(upstream.fetchPage, scenario, upstream.first);
      if (complete) expect(missing(upstream.stayed())).toEqual([]);
    }),
    RUNS,
  );
});

test('when the list rests, one read has exactly what is there, whatever the one before made of it', async () => {
  const any = arbitraryScenario(['insert', 'remove', 'update', 'move']);
  await fc.assert(
    fc.asyncProperty(any, async (scenario) => {
      const upstream = createShiftingUpstream(scenario);
      const before = await read(upstream.fetchPage, scenario, []);
      const resting = { ...scenario, size: 0, shifts: [], short: [] };
      const { list } = upstream;
      const answer: FetchPage = async (page) => {
        const records = list().slice((page - 1) * resting.perPage, page * resting.perPage);
        return { tickets: records, unreadable: 0, received: records.length, totalCount: list().length };
      };
      const { whole, tickets } = await read(answer, resting, [...before.tickets.values()]);
      expect(whole).toBe(true);
      expect(new Set(tickets.values())).toEqual(new Set(list()));
    }),
    RUNS,
  );
});
