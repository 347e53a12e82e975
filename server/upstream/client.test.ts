import { readFileSync } from 'node:fs';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type CallOutcome, createUpstreamClient, type UpstreamOptions } from './client.ts';
import { UpstreamFailure } from './failure.ts';
import { policyOf } from './failure-kinds.ts';

const BASE = 'https://upstream.example.com/api/v2';
const TICKETS = `${BASE}/cx/closedloop/workspaces/:workspace/tickets`;
const KEY = 'k-5ecret-0f-the-house';
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** The vendor's own example of an answer, to the letter: the error ones are not valid JSON. */
function example(status: number): string {
  return readFileSync(new URL(`examples/${status}.txt`, import.meta.url), 'utf8');
}

function answerWith(body: string | null, init: ResponseInit = {}): void {
  server.use(http.get(TICKETS, () => new HttpResponse(body, init)));
}

function readPage(options: Partial<UpstreamOptions> = {}, signal?: AbortSignal) {
  const client = createUpstreamClient({ baseUrl: BASE, apiKey: KEY, ...options });
  return client.readPage({ workspace: 'w 1/ä', page: 1, perPage: 100, ...(signal ? { signal } : {}) });
}

async function failure(options: Partial<UpstreamOptions> = {}): Promise<UpstreamFailure> {
  const error = await readPage(options).catch((caught: unknown) => caught);
  if (!(error instanceof UpstreamFailure)) throw new Error('expected an UpstreamFailure');
  return error;
}

test('the example of the reference page is read as it stands', async () => {
  answerWith(example(200));
  const page = await readPage();
  expect(page.tickets).toEqual(JSON.parse(example(200)).data);
  expect(page).toMatchObject({ unreadable: 0, repaired: 0, pageNumber: 1, perPage: 100 });
  expect(page).toMatchObject({ totalCount: 32, received: 1 });
});

test('a call goes to the documented address with the key and asks for JSON', async () => {
  const requests: Request[] = [];
  server.use(
    http.get(TICKETS, ({ request }) => {
      requests.push(request);
      return HttpResponse.text(example(200));
    }),
  );
  await readPage({ baseUrl: `${BASE}//` });
  expect(requests.map((request) => request.url)).toEqual([
    `${BASE}/cx/closedloop/workspaces/w%201%2F%C3%A4/tickets?page=1&perPage=100`,
  ]);
  expect(requests[0]?.headers.get('api-key')).toBe(KEY);
  expect(requests[0]?.headers.get('accept')).toBe('application/json');
});

test.each([
  [400, 'bad-request'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [500, 'server-error'],
] as const)('the documented error %i, with its invalid JSON, is %s', async (status, kind) => {
  answerWith(example(status), { status });
  expect(await failure()).toMatchObject({ kind, status, retryAfterMs: null });
});

test.each([
  [405, 'bad-request'],
  [408, 'timeout'],
  [502, 'server-error'],
  [503, 'server-error'],
  [204, 'unreadable'],
] as const)('the undocumented status %i is %s', async (status, kind) => {
  answerWith(null, { status });
  expect(await failure()).toMatchObject({ kind, status });
});

test.each([
  ['a number in response.error', '{"response":{"error":{"id":1013}}}'],
  ['a text in response.error', '{"response":{"error":{"id":"1013"}}}'],
  ['a number in error', '{"error":{"id":1013,"message":"API call limit exceeded."}}'],
  ['a text in error', '{"error":{"id":"1013"}}'],
  ['in invalid JSON', example(403)],
])('a 429 with id 1013 as %s means that the licence is used up', async (_shape, body) => {
  answerWith(body, { status: 429 });
  expect(await failure()).toMatchObject({ kind: 'licence-used-up', status: 429 });
});

test.each([
  ['without a body', ''],
  ['with another id', '{"response":{"error":{"id":1012}}}'],
  ['with a longer id in invalid JSON', '{ "id" : "10135", }'],
  ['with 1013 elsewhere', '{"error":{"id":1,"workspace":{"id":1013}}}'],
  ['with HTML', '<h1>429 Too Many Requests</h1>'],
  ['with JSON that is no object', '[null]'],
  ['with an id that is no text', '{"error":{"id":{"toString":1,"valueOf":1013}}}'],
])('a 429 %s means too many calls', async (_shape, body) => {
  answerWith(body, { status: 429 });
  expect(await failure()).toMatchObject({ kind: 'rate-limited', status: 429 });
});

test('an error body of any length does not hide what its status says', async () => {
  answerWith(`{"error":{"id":1013},"x":"${'x'.repeat(100_000)}"}`, { status: 429 });
  expect(await failure()).toMatchObject({ kind: 'rate-limited' });
});

test('how long to wait is taken from the answer', async () => {
  answerWith('', { status: 429, headers: { 'retry-after': '120' } });
  expect(await failure()).toMatchObject({ kind: 'rate-limited', retryAfterMs: 120_000 });
});

test('Retry-After may be a date, and one in the past means now', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-02-04T09:00:00Z') });
  try {
    answerWith('', { status: 503, headers: { 'retry-after': 'Wed, 04 Feb 2026 09:01:30 GMT' } });
    expect(await failure()).toMatchObject({ kind: 'server-error', retryAfterMs: 90_000 });
    answerWith('', { status: 503, headers: { 'retry-after': 'Wed, 04 Feb 2026 08:00:00 GMT' } });
    expect(await failure()).toMatchObject({ retryAfterMs: 0 });
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  ['HTML of a gateway', '<!doctype html><title>Sign in</title>'],
  ['an empty body', ''],
  ['truncated JSON', example(200).slice(0, 400)],
  ['null', 'null'],
  ['a list', '[]'],
  ['no data', '{"pagerOptions":{"totalCount":1}}'],
  ['data that is no list', '{"data":{},"pagerOptions":{"totalCount":1}}'],
  ['far more records than were asked for', JSON.stringify({ data: Array(1001).fill({ id: 1 }) })],
])('a 200 with %s is unreadable', async (_what, body) => {
  answerWith(body);
  expect(await failure()).toMatchObject({ kind: 'unreadable', status: 200 });
});

test('counts in quotes are understood', async () => {
  answerWith('{"data":[],"pagerOptions":{"pagerDto":{"pageNumber":"3","perPage":"50"},"totalCount":"120"}}');
  expect(await readPage()).toMatchObject({ pageNumber: 3, perPage: 50, totalCount: 120 });
});

test.each(['{}', '{"pageNumber":null}', '"none"', 'null'])(
  'without a usable pagerDto (%s) a page is the one that was asked for',
  async (pagerDto) => {
    answerWith(`{"data":[{"id":7}],"pagerOptions":{"pagerDto":${pagerDto},"totalCount":1}}`);
    expect(await readPage()).toMatchObject({ pageNumber: 1, perPage: 100, received: 1 });
  },
);

test.each([301, 302, 303, 307, 308])('a %i is not followed, so the key stays here', async (status) => {
  const elsewhere = vi.fn(() => HttpResponse.text(example(200)));
  server.use(http.all('https://elsewhere.example.net/*', elsewhere));
  answerWith(null, { status, headers: { location: 'https://elsewhere.example.net/take' } });
  expect(await failure()).toMatchObject({ kind: 'unreadable' });
  expect(elsewhere).not.toHaveBeenCalled();
});

test('bad records lose only themselves, and only their places and field names are told', async () => {
  const onUnreadable = vi.fn();
  const good = JSON.parse(example(200)).data[0];
  const data = [good, { customerName: 'Zoe' }, { ...good, id: 2, status: ['Zoe'] }, 'Zoe', null];
  answerWith(JSON.stringify({ data, pagerOptions: { totalCount: 5 } }));
  const page = await readPage({ onUnreadable });
  expect(page).toMatchObject({ unreadable: 3, repaired: 1, received: 5 });
  expect(page.tickets).toEqual([good, { ...good, id: 2, status: null }]);
  expect(onUnreadable).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ workspace: 'w 1/ä', page: 1 }),
    { indexes: [1, 3, 4], repaired: 1, fields: { status: 1 } },
  );
  expect(JSON.stringify(onUnreadable.mock.calls)).not.toContain('Zoe');
});

test('a cancelled call ends with the reason given, also when it was cancelled before', async () => {
  const reason = new Error('the reader is closing');
  const controller = new AbortController();
  server.use(
    http.get(TICKETS, () => {
      controller.abort(reason);
      return HttpResponse.text(example(200));
    }),
  );
  await expect(readPage({}, controller.signal)).rejects.toBe(reason);
  await expect(readPage({}, AbortSignal.abort(reason))).rejects.toBe(reason);
});

test('every call is told with its outcome and how long it took', async () => {
  const calls: CallOutcome[] = [];
  const onCall = (outcome: CallOutcome, milliseconds: number) => {
    expect(milliseconds).toBeGreaterThanOrEqual(0);
    calls.push(outcome);
  };
  answerWith(example(200));
  await readPage({ onCall });
  answerWith('oops');
  await failure({ onCall });
  answerWith('', { status: 404 });
  await failure({ onCall });
  await readPage({ onCall }, AbortSignal.abort()).catch(() => undefined);
  expect(calls).toEqual(['ok', 'unreadable', 'not-found', 'cancelled']);
});

test.each([200, 400, 401, 403, 429, 500, 302])(
  'a %i that echoes the key brings it nowhere near an error',
  async (status) => {
    answerWith(`{"error":{"message":"bad key ${KEY}","id":"${KEY}"}} ${KEY}`, {
      status,
      headers: { 'retry-after': KEY, location: `https://elsewhere.example.net/?${KEY}` },
    });
    const error = await failure();
    expect(everythingOf(error)).not.toContain(KEY);
    expect(error.message).toBe(policyOf(error.kind).message);
  },
);

test('a key that no header can carry is refused without being quoted', () => {
  const create = () => createUpstreamClient({ baseUrl: BASE, apiKey: `${KEY}\n${KEY}` });
  expect(create).toThrow('characters that cannot be sent');
  try {
    create();
  } catch (error) {
    expect(everythingOf(error as Error)).not.toContain(KEY);
  }
});

function everythingOf(error: Error): string {
  const own = Object.getOwnPropertyNames(error).map((name) => String(Reflect.get(error, name)));
  return [String(error), error.stack, JSON.stringify(error), String(error.cause), ...own].join('\n');
}
