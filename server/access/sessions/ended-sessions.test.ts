import { expect, test, vi } from 'vitest';
import { hashOfToken, idOfSession } from './session-token.ts';
import { ANNA, eachWithSessions } from './testing/each-with-sessions.ts';

const bench = eachWithSessions();

test('a session that has ended here is gone at once, elsewhere within half a minute', async () => {
  const token = await bench.begin();
  expect(await bench.elsewhere.find(token)).not.toBeNull();
  expect((await bench.sessions.end(token))?.subject).toBe('anna');
  expect(bench.sessions.find(token)).toBeNull();
  bench.now += 30_000;
  expect(await bench.elsewhere.find(token)).toBeNull();
});

test('where other processes may end one, it is gone there within two seconds', async () => {
  const shared = bench.open(2_000);
  const token = await bench.begin();
  expect(await shared.find(token)).not.toBeNull();
  await bench.sessions.end(token);
  bench.now += 2_000;
  expect(await shared.find(token)).toBeNull();
  shared.close();
});

test('a look that is under way does not bring back what ends meanwhile', async () => {
  const token = await bench.begin();
  await Promise.all([
    bench.elsewhere.find(token),
    bench.elsewhere.endOf({ subject: 'anna', providerSession: null, at: bench.now }),
  ]);
  expect(await bench.elsewhere.find(token)).toBeNull();
});

test('the provider ends all of a person, and who signs in again stays', async () => {
  const tokens = [await bench.begin(), await bench.begin()];
  await bench.elsewhere.find(tokens[0] as string);
  await bench.sessions.endOf({ subject: 'anna', providerSession: null, at: bench.now });
  for (const token of tokens) expect(await bench.sessions.find(token)).toBeNull();
  bench.now += 1;
  expect(await bench.sessions.find(await bench.begin())).not.toBeNull();
});

test('what ends while the store fails stays ended, and the store learns of it later', async () => {
  const [mine, theirs] = [await bench.begin(), await bench.begin()];
  await bench.elsewhere.find(mine);
  await bench.elsewhere.find(theirs);
  bench.isDown = true;
  await bench.sessions.end(mine);
  await expect(
    bench.sessions.endOf({ subject: 'anna', providerSession: 's1', at: bench.now }),
  ).rejects.toThrow('down');
  bench.isDown = false;
  for (const token of [mine, theirs]) expect(await bench.sessions.find(token)).toBeNull();
  await vi.advanceTimersByTimeAsync(60_000);
  bench.now += 30_000;
  for (const token of [mine, theirs]) expect(await bench.elsewhere.find(token)).toBeNull();
});

test('a session is ended by its id at once, by who may', async () => {
  const token = await bench.begin();
  const hash = hashOfToken(token) as string;
  const id = idOfSession(hash);
  expect(id).not.toContain(hash.slice(0, 8));
  expect(await bench.sessions.endById(id, 'oidc:ben')).toBeNull();
  expect(await bench.sessions.endById(hash, null)).toBeNull();
  expect(await bench.sessions.find(token)).not.toBeNull();
  expect(await bench.sessions.endById(id, 'oidc:anna')).toMatchObject({ person: ANNA.person });
  expect(await bench.sessions.find(token)).toBeNull();
  expect(await bench.sessions.endById(id, null)).toBeNull();
  bench.isDown = true;
  await expect(bench.sessions.endById(id, null)).rejects.toThrow('down');
});
