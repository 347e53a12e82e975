import { expect, test } from 'vitest';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';

const SECRET = 'k3y-Of-Ours';
const LIST = '/api/workspaces/w/tickets';

test('the log has method, path, route, status and time of a request; no query, headers or addresses', async () => {
  const { http, log } = serve([fakeSource('w', snapshotOf(7, tickets(1, 3)))]);
  await http
    .get(`${LIST}?q=jane%40example.com&assignee=joe%40example.com`)
    .set({ 'User-Agent': 'Spy/1', Cookie: 'c=1', Authorization: 'Bearer x', 'X-Request-Id': 'chosen' })
    .expect(200);
  const entries = log.map((line) => JSON.parse(line));
  expect(entries).toEqual([
    {
      level: 'info',
      time: expect.any(String),
      request: expect.stringMatching(/^[0-9a-f-]{36}$/),
      method: 'GET',
      path: LIST,
      route: '/api/workspaces/:workspace/tickets',
      status: 200,
      milliseconds: expect.any(Number),
      msg: 'request completed',
    },
  ]);
});

test('a secret is blotted out of the log wherever it turns up', async () => {
  const { http, log } = serve([fakeSource(SECRET, snapshotOf(7, tickets(1, 3)))]);
  await http.get(`/api/workspaces/${SECRET}/tickets`).expect(200);
  expect(log.join('')).toContain('/api/workspaces/[secret]/tickets');
});

/** Everything that goes wrong, with a customer in the question. */
const FAULTY = [
  [`${LIST}?page=0&q=jane%40example.com`, 400],
  [`${LIST}?jane@example.com=1`, 400],
  [`${LIST}/jane@example.com`, 404],
  ['/api/jane%40example.com', 404],
  ['/api/workspaces/jane%20doe/tickets?q=jane', 404],
  ['/nowhere/Jane%20Doe/jane@example.com', 404],
  [`${LIST}?at=1&assignee=jane@example.com`, 410],
  ['/%zz/jane@example.com', 404],
  ['/jane', 404],
  ['/w/jane/tickets/jane', 404],
  [`${LIST}/jane`, 404],
  ['/api/workspaces/jane/tickets.csv', 404],
  ['/api/workspaces/jane/nowhere', 404],
  ['/assets/jane.js', 404],
  ['/metrics/jane', 404],
  [`/api/workspaces/empty/tickets?q=jane`, 503],
] as const;

test.each(FAULTY)(
  '%s leaves one line under the id of its answer, and nobody’s name, asked for with GET or HEAD',
  async (path, status) => {
    const { http, log } = serve([fakeSource('w', snapshotOf(7, tickets(1, 3))), fakeSource('empty')]);
    const answers = [await http.get(path).expect(status), await http.head(path).expect(status)];
    const entries = log.map((line) => JSON.parse(line));
    expect(entries).toHaveLength(2);
    for (const [index, { headers }] of answers.entries()) {
      const request = headers['x-request-id'];
      expect(entries[index]).toMatchObject({ request, status, msg: 'request completed' });
    }
    expect(log.join('')).not.toMatch(/jane|example\.com/i);
  },
);

test('every line of a request that failed has its id, and says so once as an error', async () => {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 3)));
  const broken = {
    ...source,
    status() {
      throw new TypeError('Jane Doe');
    },
  };
  const { http, log } = serve([broken]);
  const { headers } = await http.get(`${LIST}?q=jane`).expect(500);
  const entries = log.map((line) => JSON.parse(line));
  expect(entries.map(({ msg }) => msg)).toEqual(['an unforeseen error', 'request completed']);
  for (const entry of entries) {
    expect(entry).toMatchObject({ level: 'error', request: headers['x-request-id'] });
  }
  expect(log.join('')).not.toMatch(/jane/i);
});
