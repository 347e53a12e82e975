import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeSnapshot } from '../snapshot/testing/make-snapshot.ts';
import { exportStore, importStore } from '../store/backup.ts';
import { forgetCustomer } from '../store/forget.ts';
import { migrate } from '../store/migrate.ts';
import { createSqlTicketStore } from '../store/sql-ticket-store.ts';
import { startedPostgres } from '../store/testing/postgres-database.ts';
import { findPostgres } from '../store/testing/postgres-server.ts';
import { firstRecording, loadAll, NOON, recording, SOURCE } from '../store/testing/recordings.ts';
import { createCallTable } from './call-table.ts';
import { createLeaseStore, type Lease } from './lease-store.ts';
import { createPublicationStore, LeaseLost } from './publication-store.ts';
import { createSharedCallBudget } from './shared-call-budget.ts';
import { guardRecordings } from './shared-recordings.ts';
import { memoryOwed } from './testing/memory-owed.ts';

const bin = findPostgres();

describe.runIf(bin !== null)('the leases of a database', () => {
  const database = startedPostgres(bin);
  const leases = createLeaseStore(database, SOURCE.baseUrl);
  const publications = createPublicationStore(database);
  const [id, other] = [SOURCE.workspace, '43'];

  beforeEach(async () => {
    await database.query('drop schema public cascade');
    await database.query('create schema public');
    await migrate(database);
  });

  const expire = () => database.query('update leases set expires_at = clock_timestamp()');

  async function take(holder: string, workspaces = [id]): Promise<Lease> {
    return (await leases.take(workspaces, holder, 1))[0] as Lease;
  }

  test('a lease is one process’s until it is over, and each has a term and numbers of its own', async () => {
    const first = await take('first');
    expect(await leases.take([id], 'second', 1)).toEqual([]);
    await expire();
    const second = await take('second');
    expect(second.term).toBe(first.term + 1);
    expect(second.firstNumber).toBeGreaterThanOrEqual(first.firstNumber + 10_000_000);
    const say = { status: null, refreshTaken: null };
    expect(await leases.renew([{ lease: first, ...say }])).toEqual(new Set());
    expect(await leases.renew([{ lease: second, ...say }])).toEqual(new Set([second.id]));
  });

  test('one that was not renewed in time goes on if nobody else has taken it', async () => {
    const lease = await take('first');
    await expire();
    await leases.renew([{ lease, status: null, refreshTaken: null }]);
    expect(await leases.take([id], 'second', 1)).toEqual([]);
  });

  test('a refresh that was taken up is not asked of the next who reads', async () => {
    const first = await take('first');
    await leases.wish(first.id, true);
    await leases.renew([{ lease: first, status: null, refreshTaken: 1 }]);
    await leases.giveBack(first);
    const second = await take('second');
    // It has taken up none itself.
    await leases.renew([{ lease: second, status: null, refreshTaken: 0 }]);
    expect(await leases.look([id])).toMatchObject([{ refreshAsked: 1, refreshTaken: 1 }]);
  });

  test('one that is given back is free at once, and not by whom it is another’s', async () => {
    const first = await take('first');
    await leases.giveBack(first);
    const second = await take('second');
    await leases.giveBack(first);
    expect(await leases.look([id])).toMatchObject([{ holder: 'second', term: second.term, isFree: false }]);
  });

  test('of several processes that come at once, one gets the leases of all workspaces', async () => {
    for (let round = 0; round < 5; round++) {
      const names = ['a', 'b', 'c', 'd'];
      const taken = await Promise.all(
        names.map((name, index) => leases.take(index % 2 === 0 ? [id, other] : [other, id], name, 1)),
      );
      expect(taken.map((all) => all.length).sort()).toEqual([0, 0, 0, 2]);
      await expire();
    }
  });

  test('nothing is published or recorded under a lease that is another’s by now', async () => {
    const lease = await take('first');
    const store = createSqlTicketStore(
      database,
      guardRecordings(() => lease),
    );
    await store.record(SOURCE, firstRecording(3));
    await publications.publish(lease, makeSnapshot([{ id: 1 }], { number: 10 }), null, 0);
    await expire();
    await take('second');
    const before = await loadAll(store);
    const late = publications.publish(lease, makeSnapshot([{ id: 2 }], { number: 11 }), null, 0);
    await expect(late).rejects.toThrow(LeaseLost);
    await expect(store.record(SOURCE, recording(2))).rejects.toThrow(LeaseLost);
    await expect(store.prune(SOURCE, { before: 1, states: [], removed: [1] })).rejects.toThrow(LeaseLost);
    await expect(store.erase(SOURCE, [1])).rejects.toThrow(LeaseLost);
    await expect(store.dropValues(SOURCE, 2, [0])).rejects.toThrow(LeaseLost);
    expect(await loadAll(store)).toEqual(before);
    expect((await publications.after(lease.id, 0)).map(({ number }) => number)).toEqual([10]);
  });

  test('publications are differences, then one of all tickets again, so that they stay few', async () => {
    const lease = await take('first');
    let before = makeSnapshot([{ id: 1 }, { id: 2 }], { number: 1 });
    await publications.publish(lease, before, null, 0);
    for (let number = 2; number <= 70; number++) {
      const next = makeSnapshot([{ id: 1 }, { id: 2 }, { id: 2 + number }], { number });
      await publications.publish(lease, next, before, 0);
      before = next;
    }
    const all = await publications.after(lease.id, 0);
    expect(all.length).toBeLessThanOrEqual(64);
    expect(all[0]?.previous).toBeNull();
    expect(all.at(-1)).toMatchObject({ number: 70, previous: 69, gone: [71] });
  });

  test('what is recorded goes from the publications after a while', async () => {
    const lease = await take('first');
    await publications.publish(lease, makeSnapshot([{ id: 1 }], { number: 1 }), null, 0);
    await createSqlTicketStore(database).record(SOURCE, firstRecording(1));
    await publications.publish(lease, makeSnapshot([{ id: 1 }], { number: 9 }), null, 0);
    await publications.tidy(lease);
    expect(await publications.after(lease.id, 0)).toHaveLength(1);
    await database.query("update publications set published_at = published_at - interval '2 minutes'");
    await publications.tidy(lease);
    expect((await publications.after(lease.id, 0)).map(({ number }) => number)).toEqual([9]);
  });

  test('what is on its way is forgotten, erased and replaced with what is stored', async () => {
    const lease = await take('first');
    const theirs = { customerName: 'Ann', customerEmail: 'ann@example.com', description: 'Mine' };
    const publish = () =>
      publications.publish(lease, makeSnapshot([{ id: 1, ...theirs }, { id: 2 }], { number: 9 }), null, 0);
    await createSqlTicketStore(database).record(SOURCE, firstRecording(2));
    await publish();
    await forgetCustomer(database, 'ANN@example.com');
    const bare = { customerName: null, customerEmail: null, description: null };
    for await (const chunk of publications.tickets(lease.id, 9)) {
      expect(chunk).toMatchObject([
        { id: 1, ...bare },
        { id: 2, customerName: 'Customer' },
      ]);
    }
    await createSqlTicketStore(database).clearUnconfigured([], { eraseBefore: NOON * 2, removeBefore: 0 });
    expect(await publications.after(lease.id, 0)).toEqual([]);

    const file = join(tmpdir(), `loopdesk-${process.pid}.gz`);
    await exportStore(database, file);
    await publish();
    await importStore(database, file, { replace: true });
    rmSync(file);
    expect(await leases.look([id])).toMatchObject([{ head: null, holder: 'first' }]);
    expect(await publications.after(lease.id, 0)).toEqual([]);
    await createSqlTicketStore(database).clearUnconfigured([], { eraseBefore: 0, removeBefore: NOON * 2 });
    expect(await leases.look([id])).toEqual([]);
  });

  test('what was published of a workspace and never recorded goes when nobody has read it for long', async () => {
    const lease = await take('first', [other]);
    await publications.publish(lease, makeSnapshot([{ id: 1 }], { number: 9 }), null, 0);
    const limits = { eraseBefore: Date.now() - 1_000, removeBefore: 0 };
    const clear = () => createSqlTicketStore(database).clearUnconfigured([], limits);
    await clear();
    expect(await publications.after(lease.id, 0)).toHaveLength(1);
    await database.query("update leases set expires_at = clock_timestamp() - interval '1 minute'");
    await clear();
    expect(await publications.after(lease.id, 0)).toEqual([]);
  });

  test('a day never has more calls than allowed, however many reserve at once, and none is left over', async () => {
    const perDay = 137;
    const budgets = [1, 2, 3].map(() =>
      createSharedCallBudget({
        table: createCallTable(database, 'key'),
        ...{ perDay, owed: memoryOwed(), today: () => 7, now: () => 0 },
        onError: (error) => expect.unreachable(String(error)),
      }),
    );
    const answers = await Promise.all(
      budgets.flatMap((budget) => Array.from({ length: 60 }, () => budget.reserve(7, 1))),
    );
    expect(answers.filter(Boolean).length).toBeLessThanOrEqual(perDay);
    for (const budget of budgets) await budget.giveBack();
    const rest: boolean[] = [];
    for (let call = 0; call < perDay; call++) rest.push((await budgets[call % 3]?.reserve(7, 1)) ?? false);
    expect([...answers, ...rest].filter(Boolean)).toHaveLength(perDay);
    for (const budget of budgets) await budget.settle();
    expect(budgets.map((budget) => budget.used(7))).toEqual([perDay, perDay, perDay]);
    expect(await budgets[0]?.reserve(8, 1)).toBe(true);
  });
});
