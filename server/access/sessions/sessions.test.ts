import { expect, test } from 'vitest';
import { hashOfToken } from './session-token.ts';
import { ANNA, eachWithSessions, HOUR } from './testing/each-with-sessions.ts';

const bench = eachWithSessions();

test('a browser has 256 random bits, the store their digest', async () => {
  const token = await bench.begin();
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(await bench.begin()).not.toBe(token);
  expect((await bench.sessions.find(token))?.hash).toBe(hashOfToken(token));
  expect(hashOfToken(token)).toMatch(/^[\da-f]{64}$/);
  expect(JSON.stringify(await bench.sessions.find(token))).not.toContain(token);
});

test.each(['', 'x', 'x'.repeat(43), '../../../etc/passwd'])('%s is nobody’s', async (token) => {
  expect(await bench.sessions.find(token)).toBeNull();
  expect(await bench.sessions.end(token)).toBeNull();
});

test('a session that nobody uses ends, in every process', async () => {
  const token = await bench.begin();
  bench.now += 8 * HOUR - 1;
  expect(await bench.sessions.find(token)).not.toBeNull();
  bench.now += 8 * HOUR - 1;
  expect(await bench.elsewhere.find(token)).not.toBeNull();
  bench.now += 8 * HOUR;
  expect(await bench.elsewhere.find(token)).toBeNull();
  expect(await bench.sessions.find(token)).toBeNull();
  expect(await bench.stored.find(hashOfToken(token) as string)).toBeNull();
});

test('a session ends after a day, however busy', async () => {
  const token = await bench.begin();
  for (let hour = 1; hour < 24; hour += 1) {
    bench.now += HOUR;
    expect(await bench.sessions.find(token)).not.toBeNull();
  }
  bench.now += HOUR;
  expect(await bench.sessions.find(token)).toBeNull();
});

test('the store is asked twice a minute at most, and told once', async () => {
  const token = await bench.begin();
  bench.asked = 0;
  for (let second = 0; second < 60; second += 1) {
    bench.now += 1_000;
    await bench.sessions.find(token);
  }
  expect(bench.asked).toBeLessThanOrEqual(3);
});

test('while the store fails those known go on, others do not, and nobody signs in', async () => {
  const token = await bench.begin();
  bench.isDown = true;
  for (let minute = 0; minute < 60; minute += 1) {
    bench.now += 60_000;
    expect(await bench.sessions.find(token)).not.toBeNull();
  }
  expect(await bench.elsewhere.find(token)).toBeNull();
  await expect(bench.begin()).rejects.toThrow('down');
  expect(bench.warn).toHaveBeenCalledTimes(2);
  bench.isDown = false;
  bench.now += 60_000;
  expect(await bench.elsewhere.find(token)).not.toBeNull();
  expect(await bench.sessions.find(token)).not.toBeNull();
  expect(bench.info).toHaveBeenCalled();
});

test('the figures count sessions that last, and tell whether the store fails', async () => {
  await bench.begin();
  bench.now += 4 * HOUR;
  const token = await bench.begin();
  expect(bench.sessions.figures()).toEqual({ known: 2, isFailing: false });
  bench.now += 5 * HOUR;
  bench.isDown = true;
  await bench.sessions.find(token);
  expect(bench.sessions.figures()).toEqual({ known: 1, isFailing: true });
});

test('those who are signed in are listed as they were last seen, without those that have ended', async () => {
  const [first, second] = [await bench.begin(), await bench.begin()];
  const ben = { ...ANNA, person: { ...ANNA.person, id: 'oidc:ben' } };
  await bench.elsewhere.begin(ben, () => null);
  bench.now += 30_000;
  await bench.sessions.find(first);
  const listed = async (person: string | null) => (await bench.sessions.list(person)).map(({ hash }) => hash);
  expect(await listed('oidc:anna')).toEqual([first, second].map((token) => hashOfToken(token)));
  expect(await listed(null)).toHaveLength(3);
  await bench.sessions.end(first);
  expect(await listed(null)).toHaveLength(2);
  bench.now += 8 * HOUR;
  expect(await listed(null)).toEqual([]);
});
