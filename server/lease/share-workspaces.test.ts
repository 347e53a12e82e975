import { describe, expect, test } from 'vitest';
import { findPostgres } from '../store/testing/postgres-server.ts';
import { ticket, tickets } from '../test/tickets.ts';
import { eachWithSharing, isRecorded, newest, shown, until } from './testing/sharing-bench.ts';
import type { SharingProcess } from './testing/sharing-process.ts';

const bin = findPostgres();

describe.runIf(bin !== null)('processes on one database', () => {
  const bench = eachWithSharing(bin);

  test('show the same numbers, lists and past, and one of them reads', async () => {
    const [first, second] = await bench.beginTwo();
    bench.upstream.list = [...tickets(2, 24), ticket(25, { status: 'OPEN' }), ticket(26)];
    first.workspace.refresh();
    await until(() => first.workspace.history()?.seq === 2 && second.workspace.history()?.seq === 2);
    expect(shown(first).tickets).toEqual(bench.upstream.list);
    expect(shown(second)).toEqual(shown(first));
    expect(newest(second)?.takenAt).toBe(newest(first)?.takenAt);
    const past = ({ workspace }: SharingProcess) => {
      const history = workspace.history();
      return [
        history?.since,
        history?.reads,
        new Set(history?.tickets.ids.all()),
        [...(history?.log.at.all() ?? [])],
      ];
    };
    expect(past(second)).toEqual(past(first));
    expect(new Set(bench.upstream.calls)).toEqual(new Set(['first']));
    await until(() => second.workspace.status().state === 'fresh');
  });

  test('answer from a snapshot that another one has shown a moment ago', async () => {
    const [first, second] = await bench.beginTwo();
    const number = shown(first).number;
    bench.upstream.list = tickets(1, 30);
    first.workspace.refresh();
    await until(() => shown(first).number > number);
    const later = shown(first).number;
    await second.workspace.snapshots.reach(later);
    expect(second.workspace.snapshots.at(later)?.tickets).toEqual(bench.upstream.list);
    // One that nobody has is known to be nowhere.
    await second.workspace.snapshots.reach(later + 1);
    expect(second.workspace.snapshots.at(later + 1)).toBeNull();
  });

  test('have the one that reads do what is asked of another', async () => {
    const [first, second] = await bench.beginTwo();
    const { number } = shown(first);
    expect(first.workspace.status().nextRefreshAt).toBeNull();
    second.workspace.watch();
    await until(() => first.workspace.status().nextRefreshAt !== null);
    bench.upstream.list = tickets(1, 31);
    second.workspace.refresh();
    await until(() => shown(second).number > number);
    expect(shown(second).tickets).toHaveLength(31);
    const calls = bench.upstream.calls.length;
    const taken = 'select refresh_taken from leases where workspace = $1';
    await until(
      async () =>
        (await bench.admin.query<{ refresh_taken: number }>(taken, [bench.id]))[0]?.refresh_taken === 1,
    );
    await until(() => first.workspace.status().state === 'fresh');
    expect(bench.upstream.calls).toHaveLength(calls);
  });

  test('take over from one that ends, without reading what is young enough', async () => {
    const [first, second] = await bench.beginTwo();
    const before = shown(second);
    await first.stop();
    bench.running = [second];
    await until(() => second.figures().isReading);
    expect(second.figures().term).toBe(2);
    expect(shown(second)).toEqual(before);
    expect(new Set(bench.upstream.calls)).toEqual(new Set(['first']));
    bench.upstream.list = tickets(1, 40);
    second.workspace.refresh();
    await until(async () => (await bench.recorded()).seq === 2);
    expect(shown(second).number).toBeGreaterThan(before.number);
    expect(shown(second).tickets).toHaveLength(40);
  });

  test('take over from one that has ended before it could record what all have got', async () => {
    const first = bench.begin('first', { records: false });
    await until(() => first.workspace.status().state === 'fresh');
    const second = bench.begin('second');
    await until(() => shown(second).number === shown(first).number);
    const release = first.hold();
    await bench.expire();
    await until(() => second.figures().isReading && isRecorded(second));
    expect(await bench.recorded()).toEqual({ seq: 1, number: shown(second).number });
    await until(() => second.workspace.status().state === 'fresh');
    expect(new Set(bench.upstream.calls)).toEqual(new Set(['first']));
    release();
  });

  test('write nothing once another one has taken over, and follow it', async () => {
    const [first, second] = await bench.beginTwo();
    const release = first.hold();
    bench.upstream.list = tickets(1, 30);
    // It has read, and cannot publish any more.
    first.workspace.refresh();
    await until(() => bench.upstream.calls.length >= 6);
    await bench.expire();
    await until(() => second.figures().isReading);
    bench.upstream.list = tickets(1, 35);
    second.workspace.refresh();
    await until(async () => (await bench.recorded()).seq === 2);
    release();
    await until(() => !first.figures().isReading);
    await until(() => shown(first).number === shown(second).number);
    expect(shown(first).tickets).toHaveLength(35);
    expect(await bench.recorded()).toEqual({ seq: 2, number: shown(second).number });
    await until(() => first.workspace.history()?.seq === 2);
    expect(first.figures()).toMatchObject({ isReading: false, term: 2 });
  });

  test('go on alone while the database is away, and tell the others what came meanwhile', async () => {
    const [first, second] = await bench.beginTwo();
    const before = shown(second);
    for (const process of [first, second]) process.setAway(true);
    bench.upstream.list = tickets(1, 28);
    first.workspace.refresh();
    await until(() => shown(first).tickets.length === 28);
    await until(() => first.workspace.recordingStatus().problem !== null);
    expect(shown(second)).toEqual(before);
    await bench.expire();
    for (const process of [second, first]) process.setAway(false);
    await until(() => shown(second).number === shown(first).number);
    expect(shown(second).tickets).toEqual(bench.upstream.list);
    expect(first.figures()).toEqual({ workspace: bench.id, isReading: true, term: 1 });
  });

  test('follow another one after they have read alone at their start', async () => {
    const [first] = await bench.beginTwo();
    bench.upstream.list = tickets(1, 27);
    const third = bench.create('third');
    third.setAway(true);
    third.start();
    await until(() => shown(third).tickets.length === 27);
    expect(third.figures()).toEqual({ workspace: bench.id, isReading: true, term: null });
    third.setAway(false);
    await until(() => !third.figures().isReading);
    await until(() => shown(third).number === shown(first).number);
    expect(shown(third).tickets).toHaveLength(25);
  });

  test('number above all that a process before has used', async () => {
    const [first] = await bench.beginTwo();
    const last = shown(first).number;
    await first.stop();
    bench.running = bench.running.filter((process) => process !== first);
    await until(() => bench.running[0]?.figures().isReading);
    await Promise.all(bench.running.map((process) => process.stop()));
    bench.running = [];
    const far = last + 1_000_000_000;
    const next = bench.begin('next', { firstNumber: far });
    await until(() => next.figures().isReading);
    expect(shown(next).number).toBe(last);
    next.workspace.refresh();
    await until(() => shown(next).number !== last);
    expect(shown(next).number).toBeGreaterThanOrEqual(far);
  });
});
