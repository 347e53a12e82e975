import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { createTokenStore } from '../access/tokens/token-store.ts';
import type { Database } from '../store/database.ts';
import { createEmbedded } from '../store/embedded/database.ts';
import { migrate } from '../store/migrate.ts';
import { eachWithTokens } from '../test/token-bench.ts';

const DAY = 86_400_000;

let directory = '';
let database: Database;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'loopdesk-tokens-'));
  database = createEmbedded(directory, { warn: () => undefined, error: () => undefined });
  await migrate(database);
});
afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true });
});
beforeEach(() => database.query('delete from api_tokens'));

const { bench, open, fresh, post, remove, get, list, create } = eachWithTokens(() =>
  createTokenStore(database),
);

test('a token is shown once, and kept as a digest', async () => {
  const { token, ...rest } = await create();
  expect(token).toMatch(/^loopdesk_[\w-]{43}$/);
  expect(rest).toEqual({
    id: expect.stringMatching(/^[\da-f-]{36}$/),
    name: 'Weekly report',
    role: 'viewer',
    person: { id: 'oidc:anna', name: 'anna' },
    createdAt: '2026-02-10T12:00:00.000Z',
    expiresAt: '2026-02-11T12:00:00.000Z',
    usedAt: null,
  });
  expect(await list()).toEqual([rest]);
  const stored = JSON.stringify(await database.query('select * from api_tokens'));
  const secret = token.slice('loopdesk_'.length);
  for (const place of [stored, bench.served.log.join('')]) expect(place).not.toContain(secret);
});

test('a script asks with it, as its maker, with the weaker of both roles', async () => {
  const { token } = await create();
  bench.who = null;
  await get('/api/me').expect(401);
  const { body } = await get('/api/me', token).expect(200);
  expect(body).toMatchObject({ user: { name: 'anna' }, workspaces: [{ id: 'w', role: 'viewer' }] });
  bench.who = 'ada';
  expect((await get('/api/me', token)).body.user.name).toBe('anna');
  bench.grants = { ada: 'admin' };
  expect((await get('/api/me', token)).body.workspaces).toEqual([]);
  bench.grants = { anna: 'viewer' };
  expect((await get('/api/me', token)).body.workspaces).toEqual([
    expect.objectContaining({ role: 'viewer' }),
  ]);
});

test('whoever has become a viewer, or nothing, sees and ends their own tokens and makes none', async () => {
  const [first, second] = [await create(), await create()];
  bench.grants = { anna: 'viewer' };
  expect(await list()).toHaveLength(2);
  await post(fresh()).expect(403);
  await remove(first.id).expect(204);
  bench.grants = {};
  expect(await list()).toEqual([expect.objectContaining({ id: second.id })]);
  await remove(second.id).expect(204);
});

test('a token that loses with its maker what it could do does no more than they', async () => {
  const { token } = await create({ role: 'member' });
  bench.grants = { anna: 'viewer' };
  const refresh = bench.served.http.post('/api/workspaces/w/refresh').set('Host', '127.0.0.1:3000');
  await refresh.set('Authorization', `Bearer ${token}`).expect(403);
});

test('a script may write without an origin, and a browser without one may not', async () => {
  const { token } = await create({ role: 'member' });
  const refresh = () => bench.served.http.post('/api/workspaces/w/refresh').set('Host', '127.0.0.1:3000');
  await refresh().set('Authorization', `Bearer ${token}`).expect(202);
  await refresh().expect(403);
  await refresh().set('Authorization', 'Bearer of-a-proxy').expect(403);
});

test.each(['x', 'loopdesk_x', `loopdesk_${'x'.repeat(43)}`])('%s opens nothing', async (secret) => {
  bench.who = null;
  await get('/api/me', secret).expect(401);
});

test('a token that is not ours is left to whom it is for', async () => {
  await get('/api/me', 'eyJhbGciOiJub25lIn0.e30.').expect(200);
  await get('/api/me', `loopdesk_${'x'.repeat(43)}`).expect(401);
});

test('a token ends at its end', async () => {
  const { token } = await create();
  bench.now += DAY - 1;
  await get('/api/me', token).expect(200);
  bench.now += 1;
  await get('/api/me', token).expect(401);
});

test('a token that is revoked opens nothing from then on, elsewhere within half a minute', async () => {
  const elsewhere = open();
  const { id, token } = await create();
  await get('/api/me', token).expect(200);
  await get('/api/me', token, elsewhere).expect(200);
  await remove(id).expect(204);
  await get('/api/me', token).expect(401);
  bench.now += 30_000;
  await get('/api/me', token, elsewhere).expect(401);
  expect(await list()).toEqual([]);
  expect(problemSchema.parse((await remove(id).expect(404)).body).code).toBe('unknown-token');
});

test('its last use is told', async () => {
  const { token } = await create();
  bench.now += 3_600_000;
  await get('/api/me', token).expect(200);
  await expect.poll(async () => (await list())[0]?.usedAt).toBe('2026-02-10T13:00:00.000Z');
});

test('one sees and ends one’s own; an admin of all workspaces everybody’s', async () => {
  const { id } = await create();
  bench.grants.carla = 'member';
  bench.who = 'carla';
  expect(await list()).toEqual([]);
  await remove(id).expect(404);
  bench.who = 'ada';
  expect(await list()).toHaveLength(1);
  await remove(id).expect(204);
});

test('a token makes, lists and ends no tokens', async () => {
  const { id, token } = await create({ role: 'member' });
  const headers = { Host: '127.0.0.1:3000', Authorization: `Bearer ${token}` };
  await bench.served.http.get('/api/tokens').set(headers).expect(403);
  await bench.served.http.post('/api/tokens').set(headers).send(fresh()).expect(403);
  await bench.served.http.delete(`/api/tokens/${id}`).set(headers).expect(403);
});

test('an id that no database takes is of no token', async () => {
  expect(problemSchema.parse((await remove('x%00').expect(404)).body).code).toBe('unknown-token');
});

test('a person has fifty tokens at most, also when several are made at once', async () => {
  for (let count = 0; count < 47; count += 1) await create();
  const answers = await Promise.all(Array.from({ length: 6 }, () => post(fresh())));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 403, 403, 403]);
  expect(await list()).toHaveLength(50);
});

test('an expired token does not count, is listed, and goes when its person makes another', async () => {
  for (let count = 0; count < 50; count += 1) await create();
  await post(fresh()).expect(403);
  bench.now += DAY;
  expect(await list()).toHaveLength(50);
  const { id } = await create();
  expect((await list()).map((token) => token.id)).toEqual([id]);
});

test('while the store fails those known go on, and nothing is told as done that is not', async () => {
  const { id, token } = await create();
  await get('/api/me', token).expect(200);
  bench.isDown = true;
  bench.now += 3_600_000;
  await get('/api/me', token).expect(200);
  expect(problemSchema.parse((await post(fresh()).expect(503)).body).code).toBe('store-failing');
  await remove(id).expect(503);
  await get('/api/tokens').expect(503);
});
