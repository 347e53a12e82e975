import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemorySessionStore } from './memory-session-store.ts';
import type { SessionStore } from './session-store.ts';
import { hashOfToken, idOfSession } from './session-token.ts';
import { createSessions, type Sessions } from './sessions.ts';

const HOUR = 3_600_000;
const ANNA = {
  person: { id: 'oidc:anna', name: 'Anna', email: null, userName: null, groups: [] },
  subject: 'anna',
  providerSession: 's1',
};

let stored: SessionStore;
let isDown = false;
let asked = 0;
let now = 0;
let warn = vi.fn();
let info = vi.fn();
let sessions: Sessions;
/** A second process on the same store. */
let elsewhere: Sessions;

/** The store, which fails while it is down. */
function reach(): SessionStore {
  return new Proxy(stored, {
    get:
      (store, name: keyof SessionStore) =>
      async (...values: readonly never[]) => {
        asked += 1;
        if (isDown) throw new Error('down');
        return (store[name] as (...values: readonly never[]) => unknown)(...values);
      },
  });
}

function open(freshMs?: number): Sessions {
  return createSessions({
    store: reach(),
    freshMs,
    idleMs: 8 * HOUR,
    longestMs: 24 * HOUR,
    now: () => now,
    logger: { warn, info },
  });
}

const begin = () => sessions.begin(ANNA, () => null);

beforeEach(() => {
  vi.useFakeTimers();
  stored = createMemorySessionStore();
  isDown = false;
  asked = 0;
  now = Date.parse('2026-02-10T12:00:00Z');
  warn = vi.fn();
  info = vi.fn();
  sessions = open();
  elsewhere = open();
});
afterEach(() => {
  sessions.close();
  elsewhere.close();
  vi.useRealTimers();
});

test('a browser has 256 random bits, the store their digest', async () => {
  const token = await begin();
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(await begin()).not.toBe(token);
  expect((await sessions.find(token))?.hash).toBe(hashOfToken(token));
  expect(hashOfToken(token)).toMatch(/^[\da-f]{64}$/);
  expect(JSON.stringify(await sessions.find(token))).not.toContain(token);
});

test.each(['', 'x', 'x'.repeat(43), '../../../etc/passwd'])('%s is nobody’s', async (token) => {
  expect(await sessions.find(token)).toBeNull();
  expect(await sessions.end(token)).toBeNull();
});

test('a session that nobody uses ends, in every process', async () => {
  const token = await begin();
  now += 8 * HOUR - 1;
  expect(await sessions.find(token)).not.toBeNull();
  now += 8 * HOUR - 1;
  expect(await elsewhere.find(token)).not.toBeNull();
  now += 8 * HOUR;
  expect(await elsewhere.find(token)).toBeNull();
  expect(await sessions.find(token)).toBeNull();
  expect(await stored.find(hashOfToken(token) as string)).toBeNull();
});

test('a session ends after a day, however busy', async () => {
  const token = await begin();
  for (let hour = 1; hour < 24; hour += 1) {
    now += HOUR;
    expect(await sessions.find(token)).not.toBeNull();
  }
  now += HOUR;
  expect(await sessions.find(token)).toBeNull();
});

test('the store is asked twice a minute at most, and told once', async () => {
  const token = await begin();
  asked = 0;
  for (let second = 0; second < 60; second += 1) {
    now += 1_000;
    await sessions.find(token);
  }
  expect(asked).toBeLessThanOrEqual(3);
});

test('a session that has ended here is gone at once, elsewhere within half a minute', async () => {
  const token = await begin();
  expect(await elsewhere.find(token)).not.toBeNull();
  expect((await sessions.end(token))?.subject).toBe('anna');
  expect(sessions.find(token)).toBeNull();
  now += 30_000;
  expect(await elsewhere.find(token)).toBeNull();
});

test('where other processes may end one, it is gone there within two seconds', async () => {
  const shared = open(2_000);
  const token = await begin();
  expect(await shared.find(token)).not.toBeNull();
  await sessions.end(token);
  now += 2_000;
  expect(await shared.find(token)).toBeNull();
  shared.close();
});

test('a look that is under way does not bring back what ends meanwhile', async () => {
  const token = await begin();
  await Promise.all([
    elsewhere.find(token),
    elsewhere.endOf({ subject: 'anna', providerSession: null, at: now }),
  ]);
  expect(await elsewhere.find(token)).toBeNull();
});

test('the provider ends all of a person, and who signs in again stays', async () => {
  const tokens = [await begin(), await begin()];
  await elsewhere.find(tokens[0] as string);
  await sessions.endOf({ subject: 'anna', providerSession: null, at: now });
  for (const token of tokens) expect(await sessions.find(token)).toBeNull();
  now += 1;
  expect(await sessions.find(await begin())).not.toBeNull();
});

test('while the store fails those known go on, others do not, and nobody signs in', async () => {
  const token = await begin();
  isDown = true;
  for (let minute = 0; minute < 60; minute += 1) {
    now += 60_000;
    expect(await sessions.find(token)).not.toBeNull();
  }
  expect(await elsewhere.find(token)).toBeNull();
  await expect(begin()).rejects.toThrow('down');
  expect(warn).toHaveBeenCalledTimes(2);
  isDown = false;
  now += 60_000;
  expect(await elsewhere.find(token)).not.toBeNull();
  expect(await sessions.find(token)).not.toBeNull();
  expect(info).toHaveBeenCalled();
});

test('what ends while the store fails stays ended, and the store learns of it later', async () => {
  const [mine, theirs] = [await begin(), await begin()];
  await elsewhere.find(mine);
  await elsewhere.find(theirs);
  isDown = true;
  await sessions.end(mine);
  await expect(sessions.endOf({ subject: 'anna', providerSession: 's1', at: now })).rejects.toThrow('down');
  isDown = false;
  for (const token of [mine, theirs]) expect(await sessions.find(token)).toBeNull();
  await vi.advanceTimersByTimeAsync(60_000);
  now += 30_000;
  for (const token of [mine, theirs]) expect(await elsewhere.find(token)).toBeNull();
});

test('the figures count sessions that last, and tell whether the store fails', async () => {
  await begin();
  now += 4 * HOUR;
  const token = await begin();
  expect(sessions.figures()).toEqual({ known: 2, isFailing: false });
  now += 5 * HOUR;
  isDown = true;
  await sessions.find(token);
  expect(sessions.figures()).toEqual({ known: 1, isFailing: true });
});

test('those who are signed in are listed as they were last seen, without those that have ended', async () => {
  const [first, second] = [await begin(), await begin()];
  const ben = { ...ANNA, person: { ...ANNA.person, id: 'oidc:ben' } };
  await elsewhere.begin(ben, () => null);
  now += 30_000;
  await sessions.find(first);
  const listed = async (person: string | null) => (await sessions.list(person)).map(({ hash }) => hash);
  expect(await listed('oidc:anna')).toEqual([first, second].map((token) => hashOfToken(token)));
  expect(await listed(null)).toHaveLength(3);
  await sessions.end(first);
  expect(await listed(null)).toHaveLength(2);
  now += 8 * HOUR;
  expect(await listed(null)).toEqual([]);
});

test('a session is ended by its id at once, by who may', async () => {
  const token = await begin();
  const hash = hashOfToken(token) as string;
  const id = idOfSession(hash);
  expect(id).not.toContain(hash.slice(0, 8));
  expect(await sessions.endById(id, 'oidc:ben')).toBeNull();
  expect(await sessions.endById(hash, null)).toBeNull();
  expect(await sessions.find(token)).not.toBeNull();
  expect(await sessions.endById(id, 'oidc:anna')).toMatchObject({ person: ANNA.person });
  expect(await sessions.find(token)).toBeNull();
  expect(await sessions.endById(id, null)).toBeNull();
  isDown = true;
  await expect(sessions.endById(id, null)).rejects.toThrow('down');
});
