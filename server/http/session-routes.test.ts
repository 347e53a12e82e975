import { beforeEach, expect, test, vi } from 'vitest';
import { openSessionsSchema, problemSchema, type Role } from '../../contract/index.ts';
import type { Principal } from '../access/access.ts';
import type { Session } from '../access/sessions/session-store.ts';
import { idOfSession } from '../access/sessions/session-token.ts';
import { accessOf, principal } from '../test/access.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';

const ORIGIN = 'http://127.0.0.1:3000';

function session(hash: string, id: string): Session {
  return {
    hash,
    person: { id, name: id, email: `${id}@example.com`, userName: null, groups: [] },
    subject: id,
    providerSession: null,
    tokens: 'sealed',
    createdAt: 0,
    seenAt: 60_000,
    endsAt: 86_400_000,
  };
}

let who: Principal;
let kept: Session[];
let isDown: boolean;
const record = vi.fn();
const sessions = {
  list: async (person: string | null) => {
    if (isDown) throw new Error('down');
    return kept.filter((each) => person === null || each.person.id === person);
  },
  idOf: ({ hash }: Session) => idOfSession(hash),
  endById: async (id: string, person: string | null) => {
    const found = (await sessions.list(person)).find(({ hash }) => idOfSession(hash) === id) ?? null;
    kept = kept.filter((each) => each !== found);
    return found;
  },
};
const audit = { record, list: async () => [], close: () => undefined };
const sources = [fakeSource('w', snapshotOf(7, [])), fakeSource('v', snapshotOf(7, []))];
const options = { access: accessOf(() => who), audit, publicUrl: ORIGIN };
const { http } = serve(sources, { ...options, sessions });

function as(roles: Role | Record<string, Role>, hash: string | null = 'h1'): void {
  who = { ...principal(roles), session: hash };
}
beforeEach(() => {
  kept = [session('h1', 'anna'), session('h2', 'anna'), session('h3', 'ben')];
  isDown = false;
  record.mockClear();
  as('member');
});

const get = () => http.get('/api/sessions').set('Host', '127.0.0.1:3000');
const read = async () => openSessionsSchema.parse((await get().expect(200)).body);
const end = (hash: string) =>
  http.delete(`/api/sessions/${idOfSession(hash)}`).set({ Host: '127.0.0.1:3000', Origin: ORIGIN });

test('a person sees their own sessions, and which is this one', async () => {
  expect(await read()).toEqual({
    everybody: false,
    total: 2,
    sessions: [
      {
        id: idOfSession('h1'),
        person: { id: 'anna', name: 'anna@example.com' },
        isCurrent: true,
        createdAt: '1970-01-01T00:00:00.000Z',
        seenAt: '1970-01-01T00:01:00.000Z',
        endsAt: '1970-01-02T00:00:00.000Z',
      },
      expect.objectContaining({ id: idOfSession('h2'), isCurrent: false }),
    ],
  });
  const text = (await get()).text;
  for (const secret of ['h1', 'h2', 'sealed']) expect(text).not.toContain(`"${secret}"`);
});

test('everybody’s are for who is admin of all workspaces', async () => {
  as('admin');
  expect(await read()).toMatchObject({ everybody: true, total: 3 });
  as({ w: 'admin', v: 'member' });
  expect(await read()).toMatchObject({ everybody: false, total: 2 });
});

test('a person ends their own, an admin of all anybody’s, and both are told', async () => {
  await end('h2').expect(204);
  const { body } = await end('h3').expect(404);
  expect(problemSchema.parse(body).code).toBe('unknown-session');
  as('admin');
  await end('h3').expect(204);
  await end('h3').expect(404);
  expect(kept.map(({ hash }) => hash)).toEqual(['h1']);
  const entry = { action: 'session-revoked', workspace: null, who: { id: 'anna', name: 'anna@example.com' } };
  expect(record.mock.calls.flat()).toEqual([
    { ...entry, detail: { of: 'anna@example.com' } },
    { ...entry, detail: { of: 'ben@example.com' } },
  ]);
});

test('a program sees and ends none', async () => {
  who = { ...principal('admin'), identity: null };
  await get().expect(403);
  await end('h2').expect(403);
  expect(kept).toHaveLength(3);
});

test('while the store fails the reader is told', async () => {
  isDown = true;
  await get().expect(503);
  await end('h2').expect(503);
});

test('a list has at most a thousand, and says of how many', async () => {
  kept = Array.from({ length: 1_001 }, (_, index) => session(`h${index}`, 'anna'));
  const { sessions: shown, total } = await read();
  expect([shown.length, total]).toEqual([1_000, 1_001]);
});

test('where people sign in elsewhere there are none', async () => {
  const elsewhere = serve(sources, options).http;
  await elsewhere.get('/api/sessions').set('Host', '127.0.0.1:3000').expect(404);
});
