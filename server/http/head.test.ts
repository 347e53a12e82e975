import { expect, test } from 'vitest';
import { fakeSource, serve, serveTickets, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';
import { LIMITS } from './limits.ts';

const LIST = '/api/workspaces/w/tickets';

function serveW(limits: Partial<typeof LIMITS> = {}) {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 300)));
  return serve([source], { limits: { ...LIMITS, ...limits } }).http;
}

test.each([
  ['/', 200],
  ['/healthz', 200],
  ['/readyz', 200],
  ['/metrics', 200],
  ['/api/workspaces', 200],
  [LIST, 200],
  [`${LIST}/5`, 200],
  [`${LIST}/999`, 404],
  [`${LIST}.csv`, 200],
  [`${LIST}?page=0`, 400],
  [`${LIST}?at=1`, 410],
  ['/api/workspaces/w/summary?by=age', 200],
  ['/api/workspaces/w/trends', 200],
  [`${LIST}/5/history`, 200],
  [`${LIST}/999/history`, 404],
  ['/api/workspaces/w/snapshot', 200],
  ['/api/workspaces/w/refresh', 405],
  ['/api/workspaces/nope/tickets', 404],
  ['/nowhere', 404],
])('HEAD is answered like GET, without the body: %s', async (path, status) => {
  const http = serveW();
  const whole = await http.get(path).expect(status);
  const head = await http.head(path).expect(status);
  expect(head.text ?? '').toBe('');
  for (const name of [
    'content-type',
    'content-disposition',
    'cache-control',
    'etag',
    'allow',
    'loopdesk-tickets',
  ]) {
    expect(head.headers[name]).toBe(whole.headers[name]);
  }
});

test('HEAD is answered with the headers of GET', async () => {
  const { http } = serveTickets(7);
  const [got, asked] = [await http.get(LIST).expect(200), await http.head(LIST).expect(200)];
  expect(asked.headers.etag).toMatch(/^W\/"/);
  for (const name of ['etag', 'content-type', 'cache-control']) {
    expect(asked.headers[name]).toBe(got.headers[name]);
  }
});

test('who asks for the headers of a file takes nobody’s place', async () => {
  const http = serveW({ exports: 0, exportsPerClient: 0 });
  await http.get(`${LIST}.csv`).expect(429);
  const { headers } = await http.head(`${LIST}.csv`).expect(200);
  expect(headers['loopdesk-tickets']).toBe('300');
});

test('no row is made for who asks for the headers of a file', async () => {
  const broken = tickets(1, 3).map((one) =>
    Object.defineProperty(one, 'description', {
      get() {
        throw new RangeError('no');
      },
    }),
  );
  // The snapshot has read its texts already.
  const snapshot = { ...snapshotOf(7, tickets(1, 3)), tickets: broken };
  await serve([fakeSource('w', snapshot)])
    .http.head(`${LIST}.csv`)
    .expect(200);
});

test('what has not changed is told to HEAD, too', async () => {
  const http = serveW();
  const { headers } = await http.head(LIST).expect(200);
  await http
    .head(LIST)
    .set('If-None-Match', headers.etag ?? '')
    .expect(304);
});
