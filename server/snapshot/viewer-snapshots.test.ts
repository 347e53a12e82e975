import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { withoutCustomer } from '../../contract/index.ts';
import { createMemoryArchive } from './memory-archive.ts';
import type { SnapshotReader } from './ports.ts';
import { buildSnapshot, type Snapshot } from './snapshot.ts';
import { arbitraryTickets } from './testing/arbitrary-tickets.ts';
import { makeSnapshot } from './testing/make-snapshot.ts';
import { createViewerSnapshots } from './viewer-snapshots.ts';

function open(build = async (input: Parameters<typeof buildSnapshot>[0]) => buildSnapshot(input)) {
  const archive = createMemoryArchive(1);
  const full: SnapshotReader = {
    ...archive,
    reach: async () => {},
    isRestoring: () => false,
    takenAt: (snapshot) => archive.momentOf(snapshot) + 7,
  };
  const onError = vi.fn();
  return { archive, onError, viewers: createViewerSnapshots({ full, build, onError }) };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test('nothing is made until somebody asks; then what is there, and each that comes', async () => {
  const build = vi.fn(async (input: Parameters<typeof buildSnapshot>[0]) => buildSnapshot(input));
  const { archive, viewers } = open(build);
  archive.add(makeSnapshot([{}], { number: 1 }), 100);
  await settle();
  expect(build).not.toHaveBeenCalled();
  await viewers.wake();
  expect(viewers.newest()?.number).toBe(1);
  const seen: number[] = [];
  const stop = viewers.onPublish(({ number }) => seen.push(number));
  archive.add(makeSnapshot([{}, {}], { number: 2 }), 200);
  await vi.waitFor(() => expect(viewers.newest()?.number).toBe(2));
  expect(viewers.at(1)?.tickets).toHaveLength(1);
  expect(viewers.takenAt(viewers.at(1) as Snapshot)).toBe(107);
  stop();
  archive.add(makeSnapshot([{}], { number: 3 }), 300);
  await vi.waitFor(() => expect(viewers.newest()?.number).toBe(3));
  expect(seen).toEqual([2]);
});

test('the customer is in no ticket and in no order, and the rest is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTickets, async (tickets) => {
      const { archive, viewers } = open();
      archive.add(buildSnapshot({ number: 1, takenAt: 0, whole: false, total: 5, tickets }), 0);
      await viewers.wake();
      const { tickets: reduced, ...rest } = viewers.newest() as Snapshot;
      expect(reduced).toEqual((archive.newest() as Snapshot).tickets.map(withoutCustomer));
      for (const { description, customerName, customerEmail } of reduced) {
        expect([description, customerName, customerEmail]).toEqual([null, null, null]);
      }
      expect(rest).toMatchObject({ number: 1, whole: false, total: 5 });
    }),
    { numRuns: 30 },
  );
});

test('a ticket that has not changed is the same one in the next snapshot', async () => {
  const { archive, viewers } = open();
  const first = makeSnapshot([{}, {}], { number: 1 });
  archive.add(first, 0);
  await viewers.wake();
  archive.add(buildSnapshot({ ...first, number: 2 }), 0);
  await settle();
  expect(viewers.newest()?.tickets[0]).toBe(viewers.at(1)?.tickets[0]);
});

test('who waits for a number has it when it is made', async () => {
  const { archive, viewers } = open();
  archive.add(makeSnapshot([{}], { number: 1 }), 0);
  await viewers.wake();
  archive.add(makeSnapshot([{}, {}], { number: 2 }), 0);
  expect(viewers.at(2)).toBeNull();
  await viewers.reach(2);
  expect(viewers.at(2)?.tickets).toHaveLength(2);
  await viewers.reach(3);
  expect(viewers.at(3)).toBeNull();
});

test('one that is dropped is gone here too, also when it is dropped while it is being made', async () => {
  const { archive, viewers } = open();
  archive.add(makeSnapshot([{}], { number: 1 }), 0);
  void viewers.wake();
  for (let number = 2; number < 12; number++) archive.add(makeSnapshot([{}], { number }), 0);
  await settle();
  expect(viewers.at(1)).toBeNull();
  expect(viewers.newest()?.number).toBe(11);
});

test('one that cannot be made is told, and the next one is', async () => {
  const build = vi
    .fn(async (input: Parameters<typeof buildSnapshot>[0]) => buildSnapshot(input))
    .mockRejectedValueOnce(new Error('no room'));
  const { archive, viewers, onError } = open(build);
  archive.add(makeSnapshot([{}], { number: 1 }), 0);
  await viewers.wake();
  expect(onError).toHaveBeenCalledOnce();
  expect(viewers.newest()).toBeNull();
  archive.add(makeSnapshot([{}], { number: 2 }), 0);
  await settle();
  expect(viewers.newest()?.number).toBe(2);
});

test('where one cannot be made, another that came meanwhile is, and is waited for', async () => {
  const { archive, viewers } = open(async (input) => {
    await settle();
    if (input.number === 2) return buildSnapshot(input);
    archive.add(makeSnapshot([{}], { number: 2 }), 0);
    throw new Error('no room');
  });
  archive.add(makeSnapshot([{}], { number: 1 }), 0);
  await viewers.wake();
  expect(viewers.newest()?.number).toBe(2);
});
