import { expect, test, vi } from 'vitest';
import { DAY_MS } from '../../contract/index.ts';
import { ticketTimeline } from '../history/timeline.ts';
import { ticket, tickets } from '../test/tickets.ts';
import { eachWithRecorder, HOUR, passUntil, readOf, START, settle } from './testing/recorder-bench.ts';

const { bench, record, startRecorder } = eachWithRecorder();

test('once a day old states are forgotten, and so are the words of tickets that have long been gone', async () => {
  await record(readOf(0, tickets(1, 2)));
  await record(readOf(1, tickets(1, 1)));
  await passUntil(29);
  await record(readOf(29 * 24, tickets(1, 1)));
  expect(bench.store.erased).toEqual([]);
  await passUntil(31);
  await record(readOf(31 * 24, tickets(1, 1)));
  await record(readOf(31 * 24 + 1, tickets(1, 1)));
  expect(bench.store.erased).toEqual([2]);
  await passUntil(402);
  await record(readOf(402 * 24, tickets(1, 1)));
  expect(bench.recorder.status().since).toBe(new Date(START + 2 * DAY_MS).toISOString());
  expect(bench.recorder.history()?.tickets.count).toBe(1);
});

test('the words of tickets that have long been gone go even if nothing is read any more', async () => {
  await record(readOf(0, tickets(1, 2)));
  await record(readOf(1, tickets(1, 1)));
  await vi.advanceTimersByTimeAsync(31 * DAY_MS);
  await settle();
  expect(bench.store.erased).toEqual([2]);
});

test('what is stored of workspaces that are not in the settings is cleared by age, and the log says so', async () => {
  const other = { baseUrl: 'https://former.example.com', workspace: 'w' };
  bench.store.cleared = { erased: [other], removed: [{ ...other, workspace: 'x' }] };
  await record(readOf(0, tickets(1, 1)));
  const [clearing] = bench.store.clearings;
  expect(clearing).toEqual({ eraseBefore: START - 30 * DAY_MS, removeBefore: START - 400 * DAY_MS });
  expect(bench.log.info.mock.calls.map(([facts]) => facts)).toEqual([other, { ...other, workspace: 'x' }]);
});

test('a clock that was set far ahead erases nothing until it has gone right for a while and something was read', async () => {
  await record(readOf(0, tickets(1, 2)));
  await record(readOf(1, tickets(1, 1)));
  vi.setSystemTime(START + 50 * DAY_MS);
  await record(readOf(50 * 24, tickets(1, 1)));
  await vi.advanceTimersByTimeAsync(2 * HOUR);
  await record(readOf(50 * 24 + 2, tickets(1, 1)));
  expect(bench.store.erased).toEqual([]);
  expect(bench.log.warn).toHaveBeenCalledTimes(1);
  await passUntil(51);
  await record(readOf(51 * 24, tickets(1, 1)));
  expect(bench.store.erased).toEqual([2]);
});

test('nothing is erased by a process that has not read anything yet', async () => {
  await record(readOf(0, tickets(1, 2)));
  await record(readOf(1, tickets(1, 1)));
  await bench.recorder.stop();
  vi.setSystemTime(START + 50 * DAY_MS);
  bench.recorder = startRecorder();
  await bench.recorder.open(async () => {});
  await passUntil(53);
  expect(bench.store.erased).toEqual([]);
  await record(readOf(53 * 24, tickets(1, 1)));
  expect(bench.store.erased).toEqual([2]);
});

test('names and addresses of assignees go with the last state that had them, and may come again', async () => {
  const ann = { assignedUser: { name: 'Ann', email: 'ann@example.com' } };
  const bo = { assignedUser: { name: 'Bo', email: 'bo@example.com' } };
  const known = () => bench.recorder.history()?.values.codeOf('assignee', 'ann@example.com');
  await record(readOf(0, [ticket(1, ann)]));
  await record(readOf(1, [ticket(1, bo)]));
  expect(known()).toBeDefined();
  await passUntil(402);
  expect(known()).toBeUndefined();
  await record(readOf(402 * 24, [ticket(1, ann)]));
  await bench.recorder.stop();
  bench.recorder = startRecorder();
  await bench.recorder.open(async () => {});
  expect(ticketTimeline(bench.recorder.history() as never, 1)?.entries.map(({ to }) => to)).toEqual([
    'ann@example.com',
  ]);
});
