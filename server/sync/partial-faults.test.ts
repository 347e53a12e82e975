import { expect, test } from 'vitest';
import type { FailureKind } from '../../contract/index.ts';
import type { Fault } from '../sandbox/faults.ts';
import { eachWithFaultBench, TICKETS } from '../test/fault-bench.ts';

const bench = eachWithFaultBench();

const OF_A_PAGE: readonly (readonly [Fault['kind'], FailureKind])[] = [
  ['server-error', 'server-error'],
  ['sign-in', 'unreadable'],
  ['empty', 'unreadable'],
  ['wrong-shape', 'unreadable'],
  ['reset', 'network'],
  ['truncated', 'network'],
  ['timeout', 'timeout'],
];

test.each(OF_A_PAGE)('%s on one page only: the others are read, and nothing is lost', async (fault, kind) => {
  await bench.faults([{ kind: fault, page: 3 }]);
  await bench.refresh();
  await bench.pass(120);
  const during = await bench.snapshot();
  expect(during).toMatchObject({ state: 'stale', whole: false, loaded: TICKETS, total: TICKETS });
  expect(during.problem?.kind).toBe(kind);
  expect(during.problem?.message).toMatch(/^One page of tickets could not be read/);
  expect(bench.shownIds()).toEqual(await bench.upstreamIds());
  await bench.faults([]);
  await bench.pass(120);
  expect(await bench.snapshot()).toMatchObject({ whole: true, problem: null });
});

test.each<Fault>([
  { kind: 'server-error', share: 0.2 },
  { kind: 'reset', share: 0.2 },
  { kind: 'truncated', share: 0.2 },
])('$kind at random costs calls and no truth', async (fault) => {
  await bench.faults([fault]);
  for (let read = 0; read < 5; read++) {
    await bench.refresh();
    await bench.pass(30);
    expect(bench.shownIds()).toHaveLength(TICKETS);
  }
  await bench.faults([]);
  await bench.pass(120);
  expect(await bench.snapshot()).toMatchObject({ whole: true, problem: null });
});

test('pages smaller than asked for are all read', async () => {
  await bench.faults([{ kind: 'small-pages', perPage: 20 }]);
  await bench.refresh();
  await bench.pass(20);
  expect(await bench.calls()).toBe(Math.ceil(TICKETS / 20));
  expect(await bench.snapshot()).toMatchObject({ state: 'fresh', whole: true, loaded: TICKETS });
});

test('a list that changes with every call is never called whole unless it adds up, and is right when it rests', async () => {
  await bench.faults([{ kind: 'shift' }]);
  const seen = new Set<number>();
  for (let read = 0; read < 5; read++) {
    await bench.refresh();
    await bench.pass(20);
    const { newest, whole, loaded, total } = await bench.snapshot();
    seen.add(newest);
    expect({ whole, addsUp: loaded === total }).not.toEqual({ whole: true, addsUp: false });
  }
  // Each read was of another list.
  expect(seen.size).toBe(5);
  expect(await bench.calls()).toBeLessThan(150);
  await bench.faults([]);
  await bench.pass(120);
  expect(await bench.snapshot()).toMatchObject({ whole: true, problem: null });
  expect(bench.shownIds()).toEqual(await bench.upstreamIds());
});
