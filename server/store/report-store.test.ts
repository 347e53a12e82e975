import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportSchedule } from '../../contract/index.ts';
import type { TicketStore } from '../history/stored.ts';
import type { ReportStore } from '../report/stored.ts';
import type { Database } from './database.ts';
import { createEmbedded } from './embedded/database.ts';
import { createMemoryReportStore, type MemoryReports } from './memory-report-store.ts';
import { createMemoryTicketStore } from './memory-ticket-store.ts';
import { migrate } from './migrate.ts';
import { createSqlReportStore } from './sql-report-store.ts';
import { createSqlTicketStore } from './sql-ticket-store.ts';
import { firstRecording, MINUTE, NOON, recording, SOURCE } from './testing/recordings.ts';

const SCHEDULE: ReportSchedule = {
  version: 0,
  recipients: ['ann@example.com', "o'neil@example.com"],
  weekday: 'monday',
  at: '08:00',
  zone: 'Europe/Berlin',
  enabled: true,
};

let directory = '';
let embedded: Database;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'loopdesk-reports-'));
  const refuse = (facts: object) => expect.unreachable(JSON.stringify(facts));
  embedded = createEmbedded(directory, { warn: refuse, error: refuse });
});

afterAll(async () => {
  await embedded.close();
  rmSync(directory, { recursive: true });
});

/** The schedules, and what else is stored of their workspaces. */
interface Stores {
  readonly store: ReportStore;
  readonly tickets: TicketStore;
}

async function inMemory(): Promise<Stores> {
  const reports: MemoryReports = new Map();
  return { store: createMemoryReportStore(reports), tickets: createMemoryTicketStore(reports) };
}

async function emptied(): Promise<Stores> {
  await migrate(embedded);
  await embedded.query('truncate reports, workspaces restart identity cascade');
  return { store: createSqlReportStore(embedded), tickets: createSqlTicketStore(embedded) };
}

describe.each<[string, () => Promise<Stores>]>([
  ['in memory', inMemory],
  ['embedded', emptied],
])('schedules %s', (_, open) => {
  test('a workspace has none until one is saved, and keeps it apart from others', async () => {
    const { store } = await open();
    expect(await store.load(SOURCE)).toBeNull();
    const saved = await store.save(SOURCE, SCHEDULE, NOON);
    expect(saved).toEqual({
      ...SCHEDULE,
      version: 1,
      since: NOON,
      begun: null,
      lastSentAt: null,
      problem: null,
    });
    expect(await store.load(SOURCE)).toEqual(saved);
    expect(await store.load({ ...SOURCE, workspace: '43' })).toBeNull();
  });

  test('who changes a version that is gone is refused', async () => {
    const { store } = await open();
    expect(await store.save(SOURCE, { ...SCHEDULE, version: 1 }, NOON)).toBeNull();
    await store.save(SOURCE, SCHEDULE, NOON);
    expect(await store.save(SOURCE, SCHEDULE, NOON)).toBeNull();
    expect(await store.save(SOURCE, { ...SCHEDULE, version: 1, recipients: [] }, NOON)).toMatchObject({
      version: 2,
      recipients: [],
    });
  });

  test('other times hold from now on, other recipients from before', async () => {
    const { store } = await open();
    await store.save(SOURCE, SCHEDULE, NOON);
    const people = { ...SCHEDULE, version: 1, recipients: ['bo@example.com'] };
    expect(await store.save(SOURCE, people, NOON + 1)).toMatchObject({ since: NOON });
    const times = { ...SCHEDULE, version: 2, at: '09:00' };
    expect(await store.save(SOURCE, times, NOON + 2)).toMatchObject({ since: NOON + 2 });
  });

  test('a mail is begun once, by the schedule of now', async () => {
    const { store } = await open();
    await store.save(SOURCE, SCHEDULE, NOON);
    expect(await store.begin(SOURCE, 2, NOON + 5, 'unknown')).toBe(false);
    expect(await store.begin(SOURCE, 1, NOON + 5, 'unknown')).toBe(true);
    expect(await store.begin(SOURCE, 1, NOON + 5, 'unknown')).toBe(false);
    expect(await store.load(SOURCE)).toMatchObject({ begun: NOON + 5, problem: 'unknown', lastSentAt: null });
    await store.finish(SOURCE, NOON + 5, { sentAt: NOON + 6, problem: null, again: false });
    expect(await store.load(SOURCE)).toMatchObject({ lastSentAt: NOON + 6, problem: null });
    expect(await store.begin(SOURCE, 1, NOON + 5, 'unknown')).toBe(false);
    expect(await store.begin(SOURCE, 1, NOON + 9, 'unknown')).toBe(true);
  });

  test('one that nobody can have got is begun again, and its failure told', async () => {
    const { store } = await open();
    await store.save(SOURCE, SCHEDULE, NOON);
    await store.begin(SOURCE, 1, NOON + 5, 'unknown');
    await store.finish(SOURCE, NOON + 4, { sentAt: NOON, problem: 'of another', again: true });
    await store.finish(SOURCE, NOON + 5, { sentAt: null, problem: 'refused', again: true });
    expect(await store.load(SOURCE)).toMatchObject({ begun: null, problem: 'refused', lastSentAt: null });
    expect(await store.begin(SOURCE, 1, NOON + 5, 'unknown')).toBe(true);
    await store.tell(SOURCE, 'not yet');
    expect(await store.load(SOURCE)).toMatchObject({ problem: 'not yet' });
  });

  test('that of a workspace not in the settings goes with all the rest, by the age of its last read', async () => {
    const { store, tickets } = await open();
    const left = { ...SOURCE, workspace: '43' };
    for (const source of [SOURCE, left]) {
      await store.save(source, SCHEDULE, NOON - 9 * MINUTE);
      await tickets.record(source, firstRecording(1));
    }
    const clear = (removeBefore: number) =>
      tickets.clearUnconfigured([SOURCE], { eraseBefore: removeBefore, removeBefore });
    const { takenAt } = recording(1).read;
    expect(await clear(takenAt)).toEqual({ erased: [], removed: [] });
    expect(await store.load(left)).not.toBeNull();
    expect(await clear(takenAt + 1)).toEqual({ erased: [], removed: [left] });
    expect(await store.load(left)).toBeNull();
    expect(await store.load(SOURCE)).not.toBeNull();
  });

  test('where nothing else is stored of a workspace not in the settings, it goes by its own age', async () => {
    const { store, tickets } = await open();
    const left = { ...SOURCE, workspace: '43' };
    for (const source of [SOURCE, left]) await store.save(source, SCHEDULE, NOON);
    await store.begin(left, 1, NOON + 5, 'unknown');
    await store.finish(left, NOON + 5, { sentAt: NOON + 6, problem: null, again: false });
    const clear = (removeBefore: number) =>
      tickets.clearUnconfigured([SOURCE], { eraseBefore: removeBefore, removeBefore });
    expect(await clear(NOON + 6)).toEqual({ erased: [], removed: [] });
    expect(await clear(NOON + 7)).toEqual({ erased: [], removed: [left] });
    expect(await store.load(left)).toBeNull();
    expect(await store.load(SOURCE)).not.toBeNull();
  });
});
