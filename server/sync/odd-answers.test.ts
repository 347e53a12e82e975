import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFaultBench, TICKETS } from '../test/fault-bench.ts';

let bench: Awaited<ReturnType<typeof startFaultBench>>;

beforeEach(async () => {
  bench = await startFaultBench();
  await bench.start();
  await bench.calls();
});
afterEach(() => bench.stop());

test('an upstream that suddenly lists nothing loses no ticket until it says so again', async () => {
  await bench.faults([{ kind: 'emptied' }]);
  await bench.refresh();
  await bench.pass(1);
  const during = await bench.snapshot();
  expect(during).toMatchObject({ state: 'stale', loaded: TICKETS, problem: { kind: 'unreadable' } });
  expect(during.problem?.message).toMatch(/far fewer/);
  expect(await bench.calls()).toBe(1);
  await bench.faults([]);
  await bench.pass(20);
  expect(await bench.snapshot()).toMatchObject({ state: 'fresh', whole: true, problem: null });
  await bench.faults([{ kind: 'emptied' }]);
  await bench.refresh();
  await bench.pass(20);
  expect(await bench.snapshot()).toMatchObject({ state: 'fresh', whole: true, loaded: 0, total: 0 });
});

test('an upstream that tells no count is read to its end, and not called whole', async () => {
  await bench.faults([{ kind: 'uncounted' }]);
  await bench.refresh();
  await bench.pass(20);
  expect(await bench.snapshot()).toMatchObject({
    state: 'fresh',
    whole: false,
    loaded: TICKETS,
    total: null,
  });
  expect((await bench.snapshot()).refresh.price).toBe(6);
  expect(await bench.calls()).toBe(6);
  expect(bench.shownIds()).toEqual(await bench.upstreamIds());
});

test('a page of far too many records is refused, and costs no ticket', async () => {
  await bench.faults([{ kind: 'too-many-records', page: 2 }]);
  await bench.refresh();
  await bench.pass(20);
  const { state, loaded, problem } = await bench.snapshot();
  expect({ state, loaded, kind: problem?.kind }).toEqual({
    state: 'stale',
    loaded: TICKETS,
    kind: 'unreadable',
  });
  expect(problem?.message).toMatch(/^One page of tickets could not be read/);
});

test('texts of any length are shown cut, and the list is whole', async () => {
  await bench.faults([{ kind: 'long-texts', page: 3 }]);
  await bench.refresh();
  await bench.pass(30);
  const { tickets } = await bench.list();
  const cut = tickets.filter(({ description }) => description?.endsWith('… [cut: 80000 more characters]'));
  expect(cut.length).toBeGreaterThan(20);
  expect(bench.logged()).toMatch(/"fields":\{"description":\d/);
});
