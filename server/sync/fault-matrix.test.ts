import { expect, test } from 'vitest';
import type { FailureKind } from '../../contract/index.ts';
import type { Fault } from '../sandbox/faults.ts';
import { eachWithFaultBench, KEY, TICKETS } from '../test/fault-bench.ts';

const bench = eachWithFaultBench();

/** Every fault of the upstream, what a reader is told of it, and what is done about it. */
interface Row {
  readonly fault: Fault;
  readonly kind: FailureKind;
  /** Part of what the screen says. */
  readonly says: RegExp;
  /** Calls in the first three minutes of it, at most. */
  readonly calls: number;
  /** Who ends it: somebody who asks again, the next day, or nobody. */
  readonly ends: 'asked' | 'tomorrow' | 'by itself';
}

/** Trials, with growing waits between them. */
const FEW = 24;
/** Those that are on their way when the first answer comes. */
const AT_ONCE = 4;

const MATRIX: readonly Row[] = [
  {
    fault: { kind: 'bad-request' },
    kind: 'bad-request',
    says: /a bug in Loopdesk/,
    calls: 1,
    ends: 'asked',
  },
  {
    fault: { kind: 'unauthorized' },
    kind: 'unauthorized',
    says: /refused the API key/,
    calls: 1,
    ends: 'asked',
  },
  {
    fault: { kind: 'forbidden' },
    kind: 'forbidden',
    says: /workspace Europe \(4201\)/,
    calls: 1,
    ends: 'asked',
  },
  {
    fault: { kind: 'not-found' },
    kind: 'not-found',
    says: /workspace Europe \(4201\)/,
    calls: 1,
    ends: 'asked',
  },
  {
    fault: { kind: 'forbidden', page: 3 },
    kind: 'forbidden',
    says: /workspace Europe/,
    calls: 1 + AT_ONCE,
    ends: 'asked',
  },
  {
    fault: { kind: 'rate-limited' },
    kind: 'rate-limited',
    says: /fewer calls/,
    calls: FEW,
    ends: 'by itself',
  },
  {
    fault: { kind: 'rate-limited', retryAfter: '100' },
    kind: 'rate-limited',
    says: /fewer calls/,
    calls: 2,
    ends: 'by itself',
  },
  {
    fault: { kind: 'rate-limited', retryAfter: 'Thu, 05 Feb 2026 00:00:00 GMT' },
    kind: 'rate-limited',
    says: /fewer calls/,
    calls: 1,
    ends: 'by itself',
  },
  {
    fault: { kind: 'licence-used-up' },
    kind: 'licence-used-up',
    says: /licence/,
    calls: 1,
    ends: 'tomorrow',
  },
  {
    fault: { kind: 'server-error' },
    kind: 'server-error',
    says: /trouble of its own/,
    calls: FEW,
    ends: 'by itself',
  },
  {
    fault: { kind: 'gateway' },
    kind: 'server-error',
    says: /trouble of its own/,
    calls: FEW,
    ends: 'by itself',
  },
  { fault: { kind: 'sign-in' }, kind: 'unreadable', says: /cannot read/, calls: FEW, ends: 'by itself' },
  { fault: { kind: 'empty' }, kind: 'unreadable', says: /cannot read/, calls: FEW, ends: 'by itself' },
  { fault: { kind: 'wrong-shape' }, kind: 'unreadable', says: /cannot read/, calls: FEW, ends: 'by itself' },
  {
    fault: { kind: 'timeout' },
    kind: 'timeout',
    says: /did not answer in time/,
    calls: FEW,
    ends: 'by itself',
  },
  { fault: { kind: 'reset' }, kind: 'network', says: /connection broke/, calls: FEW, ends: 'by itself' },
  { fault: { kind: 'truncated' }, kind: 'network', says: /connection broke/, calls: FEW, ends: 'by itself' },
];

test.each(MATRIX)('$fault: the list stays, the cause is told, and it ends', async (row) => {
  const { number } = await bench.snapshot();
  await bench.faults([row.fault]);
  await bench.refresh();
  await bench.pass(180);
  const during = await bench.snapshot();
  expect(during).toMatchObject({ number, newest: number, state: 'stale', whole: true, loaded: TICKETS });
  expect(during.problem).toMatchObject({ kind: row.kind, message: expect.stringMatching(row.says) });
  expect(during.problem?.retryAt === null).toBe(row.ends === 'asked');
  const list = await bench.list();
  expect(list.page.total).toBe(TICKETS);
  expect(JSON.stringify([during, list])).not.toContain(KEY);
  expect(await bench.calls()).toBeLessThanOrEqual(row.calls);

  await bench.faults([]);
  await bench.pass(row.ends === 'by itself' ? 460 : 300);
  if (row.ends !== 'by itself') expect(await bench.calls()).toBe(0);
  if (row.ends === 'asked') await bench.refresh();
  await bench.pass(row.ends === 'tomorrow' ? 200 : 30);
  expect(await bench.snapshot()).toMatchObject({ whole: true, problem: null });
  expect(bench.shownIds()).toEqual(await bench.upstreamIds());
});

test('no ticket’s words are in any log', async () => {
  const { tickets } = await bench.list();
  const words = tickets
    .map(({ description }) => description)
    .filter((text) => text !== null && text.length > 20);
  expect(words.length).toBeGreaterThan(100);
  const log = bench.logged();
  expect(words.filter((text) => log.includes(String(text)))).toEqual([]);
});
