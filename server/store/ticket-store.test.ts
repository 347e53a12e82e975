import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RecordedChange } from '../history/recording.ts';
import type { TicketStore } from '../history/stored.ts';
import { ticket } from '../test/tickets.ts';
import type { Database } from './database.ts';
import { createEmbedded } from './embedded/database.ts';
import { createMemoryTicketStore } from './memory-ticket-store.ts';
import { migrate } from './migrate.ts';
import { createPostgres } from './postgres.ts';
import { createSqlTicketStore } from './sql-ticket-store.ts';
import { findPostgres, type PostgresServer, startPostgres } from './testing/postgres-server.ts';
import {
  arrival,
  firstRecording,
  loadAll,
  MINUTE,
  NOON,
  recording,
  SOURCE,
  VALUES,
} from './testing/recordings.ts';

const log = {
  warn: (facts: object) => expect.unreachable(JSON.stringify(facts)),
  error: (facts: object) => expect.unreachable(JSON.stringify(facts)),
};
const bin = findPostgres();

let directory = '';
let server: PostgresServer | null = null;
let embedded: Database;
let postgres: Database;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'loopdesk-tickets-'));
  embedded = createEmbedded(directory, log);
  if (bin !== null) server = await startPostgres(bin);
  postgres = createPostgres(server?.url ?? '', log);
});

afterAll(async () => {
  await embedded.close();
  await postgres.close();
  await server?.remove();
  rmSync(directory, { recursive: true });
});

/** An empty store in a database that is started once. */
async function emptied(database: Database): Promise<TicketStore> {
  await migrate(database);
  await database.query('truncate workspaces restart identity cascade');
  return createSqlTicketStore(database);
}

describe.each<[string, boolean, () => Promise<TicketStore>]>([
  ['in memory', true, async () => createMemoryTicketStore()],
  ['embedded', true, () => emptied(embedded)],
  ['on PostgreSQL', bin !== null, () => emptied(postgres)],
])('%s', (_name, there, open) => {
  describe.runIf(there)('the store of tickets', () => {
    let store: TicketStore;
    beforeEach(async () => {
      store = await open();
    });
    testStore(() => store);
  });
});

function change(more: Partial<RecordedChange> = {}): RecordedChange {
  return { ticket: 1, field: 'status', at: NOON + MINUTE, notBefore: NOON, from: 2, to: 3, ...more };
}

function testStore(store: () => TicketStore): void {
  test('has nothing of a workspace that nothing was recorded of', async () => {
    expect(await store().load(SOURCE)).toBeNull();
    await store().record(SOURCE, firstRecording(1));
    expect(await store().load({ ...SOURCE, workspace: '43' })).toBeNull();
    expect(await store().load({ ...SOURCE, baseUrl: 'https://other.example.com' })).toBeNull();
  });

  test('gives back all that was recorded', async () => {
    const first = firstRecording(2_500);
    await store().record(SOURCE, first);
    const second = recording(2, {
      read: { number: 7, takenAt: NOON + 20 * MINUTE, whole: false, total: null },
      values: [{ code: 2, field: 'status', value: 'NEW', label: 'Brand new' }],
      arrivals: [arrival(9_000_000_000, { issuedAt: null, notBefore: NOON })],
      reissued: [{ id: 5, issuedAt: null }],
      changes: [change(), change({ field: 'assignee', from: 3, to: 2 }), change({ ticket: 2 })],
      tickets: [ticket(9_000_000_000), ticket(1, { description: 'Other' })],
    });
    await store().record(SOURCE, second);
    const loaded = await loadAll(store());
    expect(loaded?.head).toEqual({ seq: 2, since: first.read.takenAt, read: second.read });
    expect(loaded?.listed.map(({ id }) => id)).toEqual([
      9_000_000_000,
      ...first.tickets.map(({ id }) => id).toReversed(),
    ]);
    expect(loaded?.listed.at(-1)).toEqual(second.tickets[1]);
    expect(loaded?.tickets).toEqual([
      ...first.arrivals.map((ticket) => (ticket.id === 5 ? { ...ticket, issuedAt: null } : ticket)),
      ...second.arrivals,
    ]);
    expect(loaded?.changes).toEqual(second.changes);
    expect(loaded?.values).toEqual(VALUES.map((value) => (value.code === 2 ? second.values[0] : value)));
    expect(loaded?.reads).toEqual([first.read.takenAt, second.read.takenAt]);
  });

  test('gives back any text', async () => {
    const text = 'a\0b\ud800 \\ " \n\r\u2028 {NULL} 👩‍👩‍👧 \udc00';
    const odd = ticket(1, { description: text, customerName: text });
    const value = { code: 4, field: 'assignee', value: text, label: text } as const;
    await store().record(SOURCE, recording(1, { values: [value], tickets: [odd] }));
    const loaded = await loadAll(store());
    expect(loaded?.listed).toEqual([odd]);
    expect(loaded?.values).toEqual([value]);
  });

  test('takes each number once, and in order', async () => {
    await store().record(SOURCE, firstRecording(1));
    for (const seq of [0, 1, 3]) {
      await expect(store().record(SOURCE, { ...firstRecording(2), seq })).rejects.toMatchObject({
        name: 'StoreError',
        kind: 'conflict',
      });
    }
    const other = { ...SOURCE, workspace: '43' };
    await expect(store().record(other, recording(2))).rejects.toMatchObject({ kind: 'conflict' });
    const both = [store().record(SOURCE, recording(2)), store().record(SOURCE, recording(2))];
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status).sort();
    expect(outcomes).toEqual(['fulfilled', 'rejected']);
    expect((await loadAll(store()))?.head.seq).toBe(2);
    expect((await loadAll(store()))?.listed).toHaveLength(1);
  });

  test('lists no ticket that is gone, and lists it again when it is back', async () => {
    await store().record(SOURCE, firstRecording(2));
    const listed = { field: 'listed', from: 1, to: 0 } as const;
    await store().record(SOURCE, recording(2, { changes: [change(listed)] }));
    expect((await loadAll(store()))?.listed.map(({ id }) => id)).toEqual([2]);
    const back = change({ ...listed, from: 0, to: 1 });
    await store().record(SOURCE, recording(3, { changes: [back], tickets: [ticket(1)] }));
    expect((await loadAll(store()))?.listed).toEqual([expect.objectContaining({ id: 2 }), ticket(1)]);
  });

  test('erases what is gone, and nothing that is listed', async () => {
    await store().record(SOURCE, firstRecording(3));
    const gone = change({ field: 'listed', from: 1, to: 0 });
    await store().record(SOURCE, recording(2, { changes: [gone] }));
    await store().erase(SOURCE, [1, 2, 77]);
    const back = change({ field: 'listed', from: 0, to: 1 });
    await store().record(SOURCE, recording(3, { changes: [back] }));
    const loaded = await loadAll(store());
    expect(loaded?.listed.map(({ id }) => id)).toEqual([3, 2]);
    expect(loaded?.tickets).toHaveLength(3);
    expect(loaded?.changes).toEqual([gone, back]);
  });

  test('drops values, which whoever still has their codes is told', async () => {
    await store().record(SOURCE, firstRecording(1));
    await expect(store().dropValues(SOURCE, 3, [2])).rejects.toMatchObject({ kind: 'conflict' });
    await store().dropValues(SOURCE, 2, [0, 2]);
    expect((await loadAll(store()))?.values.map(({ code }) => code)).toEqual([1, 3]);
    await expect(store().record(SOURCE, recording(2))).rejects.toMatchObject({ kind: 'conflict' });
    await store().record(SOURCE, recording(3, { values: VALUES.slice(0, 1) }));
    expect((await loadAll(store()))?.values.map(({ code }) => code).sort()).toEqual([0, 1, 3]);
  });

  test('clears other workspaces than those in the settings by the age of their last read', async () => {
    const former = { ...SOURCE, baseUrl: 'https://former.example.com' };
    const older = { ...SOURCE, workspace: '43' };
    for (const source of [SOURCE, former, older]) await store().record(source, firstRecording(2));
    await store().record(former, recording(2));
    const clear = (erase: number, remove: number) =>
      store().clearUnconfigured([SOURCE], { eraseBefore: NOON + erase, removeBefore: NOON + remove });
    const end = 2 * MINUTE;
    expect(await clear(MINUTE, MINUTE)).toEqual({ erased: [], removed: [] });
    expect(await clear(end + 1, end)).toEqual({ erased: [former], removed: [older] });
    expect(await clear(end + 1, end)).toEqual({ erased: [], removed: [] });
    expect((await loadAll(store()))?.listed).toHaveLength(2);
    expect(await loadAll(store(), older)).toBeNull();
    const erased = await loadAll(store(), former);
    expect(erased).toMatchObject({ listed: [], head: { seq: 3, read: { whole: false } } });
    expect(erased?.tickets).toHaveLength(2);
    await expect(store().record(former, recording(3))).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('keeps the last read of each quarter of an hour', async () => {
    const minutes = [0, 5, 14, 15, 29, 30];
    for (const [index, minute] of minutes.entries()) {
      const read = { number: index, takenAt: NOON + minute * MINUTE, whole: true, total: 0 };
      await store().record(SOURCE, recording(index + 1, { read }));
    }
    const loaded = await loadAll(store());
    expect(loaded?.reads).toEqual([14, 29, 30].map((minute) => NOON + minute * MINUTE));
    expect(loaded?.head.since).toBe(NOON);
  });

  test('moves what lies in the future back when a clock was set back', async () => {
    await store().record(SOURCE, firstRecording(1));
    const late = change({ at: NOON + 90 * MINUTE, notBefore: NOON + 70 * MINUTE });
    await store().record(
      SOURCE,
      recording(2, {
        read: { number: 2, takenAt: NOON + 100 * MINUTE, whole: true, total: 1 },
        changes: [change(), late],
        arrivals: [arrival(2, { seenAt: NOON + 100 * MINUTE, notBefore: NOON + 70 * MINUTE })],
      }),
    );
    const takenAt = NOON + 50 * MINUTE;
    await store().record(SOURCE, recording(3, { read: { number: 3, takenAt, whole: true, total: 1 } }));
    const loaded = await loadAll(store());
    expect(loaded?.changes).toEqual([change(), { ...late, at: takenAt, notBefore: takenAt }]);
    expect(loaded?.tickets).toEqual([arrival(1), arrival(2, { seenAt: takenAt, notBefore: takenAt })]);
    expect(loaded?.reads).toEqual([NOON + MINUTE, takenAt]);
    const before = { number: 4, takenAt: NOON - MINUTE, whole: true, total: 1 };
    await store().record(SOURCE, recording(4, { read: before }));
    const again = await loadAll(store());
    expect(again?.head).toEqual({ seq: 4, since: NOON - MINUTE, read: before });
    expect(again?.reads).toEqual([NOON - MINUTE]);
    expect(again?.tickets[0]).toEqual(arrival(1, { seenAt: NOON - MINUTE }));
  });

  test('drops what is older than it should be kept', async () => {
    await store().record(SOURCE, firstRecording(3));
    const later = change({ ticket: 2, at: NOON + 60 * MINUTE, notBefore: NOON + 40 * MINUTE });
    const changes = [change(), later, change({ ticket: 3, field: 'listed', from: 1, to: 0 })];
    await store().record(
      SOURCE,
      recording(2, { changes, read: { number: 2, takenAt: NOON + 60 * MINUTE, whole: true, total: 2 } }),
    );
    const state = arrival(1).state.map((code) => code + 1);
    await store().prune(SOURCE, { before: NOON + 30 * MINUTE, states: [{ id: 1, state }], removed: [3] });
    await store().prune({ ...SOURCE, workspace: '43' }, { before: NOON, states: [], removed: [1] });
    const loaded = await loadAll(store());
    expect(loaded?.tickets).toEqual([arrival(1, { state }), arrival(2)]);
    expect(loaded?.changes).toEqual([later]);
    expect(loaded?.reads).toEqual([NOON + 60 * MINUTE]);
    expect(loaded?.head).toMatchObject({ seq: 2, since: NOON + 30 * MINUTE });
    expect(loaded?.listed.map(({ id }) => id)).toEqual([2, 1]);
  });
}
