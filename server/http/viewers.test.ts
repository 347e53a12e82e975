import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { SORT_KEYS, type Ticket } from '../../contract/index.ts';
import { arbitraryTickets } from '../snapshot/testing/arbitrary-tickets.ts';
import { accessOf, principal } from '../test/access.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { ticket } from '../test/tickets.ts';

// Processes and requests differ by their ids, whatever the tickets are.
vi.mock('node:crypto', async (original) => ({
  ...(await original<typeof import('node:crypto')>()),
  randomUUID: () => '7c1f0f5e-1b1a-4f0e-9d5a-0d7a3c3b2a10',
}));

const LIST = '/api/workspaces/w/tickets';

/** An app whose only reader is a viewer. */
async function serveViewer(older: readonly Ticket[], newer: readonly Ticket[]) {
  const source = fakeSource('w', snapshotOf(7, older));
  const { http } = serve([source], { access: accessOf(() => principal('viewer')) });
  await http.get(LIST).expect(200);
  source.snapshots.push(snapshotOf(8, newer));
  source.publish();
  await vi.waitFor(async () => expect((await http.get('/api/workspaces/w/snapshot')).body.newest).toBe(8));
  return http;
}

test('a viewer’s first requests wait for what is made for them, also for the snapshot of a link', async () => {
  for (const path of [LIST, `${LIST}?at=7`, `${LIST}/1`, '/api/workspaces/w/snapshot?at=7']) {
    const source = fakeSource('w', snapshotOf(7, [ticket(1)]));
    const { http } = serve([source], { access: accessOf(() => principal('viewer')) });
    await http.get(path).expect(200);
  }
});

test('where there are no tickets yet a viewer hears so, and gets them as soon as others do', async () => {
  const source = fakeSource('w');
  const { http } = serve([source], { access: accessOf(() => principal('viewer')) });
  expect((await http.get(LIST).expect(503)).body.code).toBe('not-loaded-yet');
  source.snapshots.push(snapshotOf(7, [ticket(1)]));
  source.publish();
  await http.get(LIST).expect(200);
});

test('a snapshot that cannot be made for viewers is told as that', async () => {
  const broken = { ...snapshotOf(7, []), tickets: [null as unknown as Ticket] };
  const source = fakeSource('w', broken);
  const { http, log } = serve([source], { access: accessOf(() => principal('viewer')) });
  const { body } = await http.get(LIST).expect(500);
  expect(body.detail).toMatch(/could not be prepared for your role/);
  // Else there would be no next read while viewers alone look.
  expect(source.watched).toBe(1);
  expect(log.join('')).toContain('a snapshot for viewers');
});

const QUESTIONS = [
  LIST,
  `${LIST}?q=a`,
  `${LIST}?q=customer%20-lamp`,
  `${LIST}?q=%22a%20b%22&deleted=include`,
  `${LIST}?at=7&since=7`,
  `${LIST}?at=8&since=7&deleted=include&perPage=200`,
  `${LIST}?changedSince=2026-01-01T00:00:00Z`,
  `${LIST}/1`,
  `${LIST}.csv?deleted=include`,
  '/api/workspaces/w/summary?by=age,priority&q=a',
  '/api/workspaces/w/snapshot?at=7&q=b',
  '/api/workspaces/w/trends?q=a&by=segment',
  `${LIST}/1/history`,
];

/** Everything of an answer that a client can see, but the time of the request. */
async function seen(http: Awaited<ReturnType<typeof serveViewer>>, path: string) {
  const { status, headers, text } = await http.get(path);
  const told = Object.entries(headers).filter(([name]) => !['date', 'ratelimit'].includes(name));
  return { status, headers: told, text };
}

const secret = fc.option(fc.string({ unit: 'grapheme', maxLength: 12 }), { freq: 4 });
const secrets = fc.record({ customerName: secret, customerEmail: secret, description: secret });

test('two workspaces that differ in customers and their words alone are the same to a viewer, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryTickets,
      fc.array(secrets, { minLength: 1, maxLength: 5 }),
      fc.array(secrets, { minLength: 1, maxLength: 5 }),
      async (tickets, before, after) => {
        const told = (others: typeof before) =>
          tickets.map((one, index) => ({ ...one, ...others[index % others.length] }));
        const [a, b] = await Promise.all([
          serveViewer(tickets, told(before)),
          serveViewer(told(after), told(after)),
        ]);
        for (const path of QUESTIONS) expect(await seen(b, path)).toEqual(await seen(a, path));
      },
    ),
    { numRuns: 15 },
  );
});

test('a viewer’s tickets and files have no customer', async () => {
  const http = await serveViewer([ticket(1)], [ticket(1), ticket(2)]);
  const { tickets } = (await http.get(LIST)).body;
  expect(tickets[0]).toMatchObject({ id: 1, customerName: null, customerEmail: null, description: null });
  const { text } = await http.get(`${LIST}.csv`);
  expect(text).toContain('manager@example.com');
  expect(text).not.toMatch(/customer/i);
  expect((await http.get(`${LIST}?q=customer`)).body.page.total).toBe(0);
  expect((await http.get(`${LIST}?q=manager`)).body.page.total).toBe(2);
});

test.each([
  ['sort=-customer', 'sort'],
  ['sort=id,customer', 'sort'],
  ['customerOf=1', 'customerOf'],
  ['columns=id,customer', 'columns'],
  ['columns=description', 'columns'],
  ['columns=customerEmail.300', 'columns'],
])('%s is refused by its name, in every form of the answer', async (query, key) => {
  const http = await serveViewer([ticket(1)], [ticket(1)]);
  for (const path of [LIST, `${LIST}.csv`, `${LIST}.xlsx`, '/api/workspaces/w/snapshot']) {
    const { body } = await http.get(`${path}?${query}`).expect(403);
    expect(body).toMatchObject({ code: 'not-allowed', detail: expect.stringMatching(`^${key} `) });
  }
});

test('every other order is a viewer’s, too', async () => {
  const http = await serveViewer([ticket(1)], [ticket(1)]);
  for (const key of SORT_KEYS.filter((sort) => sort !== 'customer'))
    await http.get(`${LIST}?sort=${key}`).expect(200);
});

test('a member sees the customers at the same time', async () => {
  let who = principal('viewer');
  const { http } = serve([fakeSource('w', snapshotOf(7, [ticket(1)]))], { access: accessOf(() => who) });
  await vi.waitFor(async () => {
    await http.get(LIST).expect(200);
  });
  who = principal('member', 'bo');
  expect((await http.get(LIST)).body.tickets[0]).toMatchObject({ customerName: 'Customer' });
  who = principal('viewer');
  expect((await http.get(LIST)).body.tickets[0]).toMatchObject({ customerName: null });
});
