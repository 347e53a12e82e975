import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../store/database.ts';
import { createEmbedded } from '../../store/embedded/database.ts';
import { migrate } from '../../store/migrate.ts';
import { createMemorySessionStore } from './memory-session-store.ts';
import type { Session, SessionStore } from './session-store.ts';
import { createSqlSessionStore } from './sql-session-store.ts';

const ISSUER = 'https://id.example.com';
const log = {
  warn: (facts: object) => expect.unreachable(JSON.stringify(facts)),
  error: (facts: object) => expect.unreachable(JSON.stringify(facts)),
};

function session(hash: string, parts: Partial<Session> = {}): Session {
  return {
    hash,
    person: { id: 'oidc:anna', name: 'Ánna "A" 👩', email: null, userName: null, groups: ['leads'] },
    subject: 'anna',
    providerSession: null,
    tokens: null,
    createdAt: 1_000,
    seenAt: 1_000,
    endsAt: 9_000_000_000_000,
    ...parts,
  };
}

let directory = '';
let database: Database;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'loopdesk-sessions-'));
  database = createEmbedded(directory, log);
  await migrate(database);
});
afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true });
});

describe.each(['memory', 'sql'])('the %s store', (kind) => {
  let store: SessionStore;
  beforeEach(async () => {
    await database.query('delete from sessions');
    store = kind === 'memory' ? createMemorySessionStore() : createSqlSessionStore(database, ISSUER);
  });

  async function fill(...sessions: readonly Session[]): Promise<void> {
    for (const each of sessions) await store.insert(each);
  }

  async function left(...hashes: readonly string[]): Promise<readonly string[]> {
    const found = await Promise.all(hashes.map((hash) => store.find(hash)));
    return found.flatMap((each) => (each === null ? [] : [each.hash]));
  }

  test('gives what it was given', async () => {
    const whole = session('a', { providerSession: 's', tokens: 'sealed' });
    await fill(whole, session('b'));
    expect(await store.find('a')).toEqual(whole);
    expect(await store.find('c')).toBeNull();
    expect((await store.list()).map(({ hash }) => hash).toSorted()).toEqual(['a', 'b']);
    await store.remove('a');
    expect(await left('a', 'b')).toEqual(['b']);
  });

  test('a session was last seen at the latest moment that anybody tells', async () => {
    await fill(session('a'));
    await store.touch('a', 3_000);
    await store.touch('a', 2_000);
    expect(await store.find('a')).toMatchObject({ seenAt: 3_000 });
  });

  test('a person is logged out everywhere, or of one sign-in', async () => {
    const sessions = [
      session('one', { providerSession: '1' }),
      session('two', { providerSession: '2' }),
      session('nameless'),
      session('later', { providerSession: '1', createdAt: 3_000 }),
      session('other', { providerSession: '1', subject: 'ben' }),
    ];
    const hashes = sessions.map(({ hash }) => hash);
    const cases = [
      [{ subject: 'anna', providerSession: null }, ['one', 'two', 'nameless']],
      [{ subject: 'anna', providerSession: '1' }, ['one', 'nameless']],
      [{ subject: null, providerSession: '1' }, ['one', 'other']],
      [{ subject: null, providerSession: null }, []],
      [{ subject: 'nobody', providerSession: '1' }, []],
    ] as const;
    for (const [loggedOut, removed] of cases) {
      await store.removeOf({ subject: null, providerSession: '1', at: 5_000 });
      await store.removeOf({ subject: 'anna', providerSession: null, at: 5_000 });
      await fill(...sessions);
      expect((await store.removeOf({ ...loggedOut, at: 2_000 })).toSorted()).toEqual(removed.toSorted());
      expect(await left(...hashes)).toEqual(hashes.filter((hash) => !removed.some((each) => each === hash)));
      for (const hash of hashes) await store.remove(hash);
    }
  });

  test('what has ended is cleared away', async () => {
    await fill(
      session('over', { endsAt: 5_000 }),
      session('idle', { seenAt: 2_000 }),
      session('a', { seenAt: 4_000 }),
    );
    await store.prune(5_000, 3_000);
    expect(await left('over', 'idle', 'a')).toEqual(['a']);
  });
});

test('sessions of another provider are unknown', async () => {
  await createSqlSessionStore(database, ISSUER).insert(session('mine'));
  const other = createSqlSessionStore(database, 'https://other.example.com');
  expect(await other.find('mine')).toBeNull();
  expect(await other.removeOf({ subject: 'anna', providerSession: null, at: 2_000 })).toEqual([]);
});
