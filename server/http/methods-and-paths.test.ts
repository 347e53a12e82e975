import { expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { serveTickets } from '../test/app.ts';

const LIST = '/api/workspaces/w/tickets';

test.each([
  ['/api/workspaces', 'GET, HEAD'],
  [LIST, 'GET, HEAD'],
  [`${LIST}/1`, 'GET, HEAD'],
  [`${LIST}.csv`, 'GET, HEAD'],
  ['/api/workspaces/w/snapshot', 'GET, HEAD'],
  ['/healthz', 'GET, HEAD'],
  ['/readyz', 'GET, HEAD'],
  ['/metrics', 'GET, HEAD'],
  ['/', 'GET, HEAD'],
])('%s takes no other method than %s', async (path, allowed) => {
  const { http } = serveTickets(7);
  for (const answer of [await http.post(path), await http.delete(path), await http.options(path)]) {
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe(allowed);
    expect(problemSchema.parse(answer.body).code).toBe('method-not-allowed');
  }
});

test('a refresh can only be posted', async () => {
  const { http, source } = serveTickets(7);
  const { headers } = await http.get('/api/workspaces/w/refresh').expect(405);
  expect(headers.allow).toBe('POST');
  expect(source.refreshed).toBe(0);
});

test.each([
  '/api',
  '/api/',
  '/api/nope',
  '/api/workspaces/w',
  '/api/workspaces/w/nope',
  '/API/workspaces/w/x',
])('nothing is at %s', async (path) => {
  const { body } = await serveTickets(7).http.get(path).expect(404);
  expect(problemSchema.parse(body).code).toBe('unknown-route');
});

test.each(['/api/workspaces/%zz/tickets', `${LIST}/%E0%A4%A`, '/%'])(
  'a broken percent-encoding is refused cleanly: %s',
  async (path) => {
    const { body } = await serveTickets(7).http.get(path).expect(404);
    expect(problemSchema.parse(body).code).toBe('unknown-route');
  },
);
