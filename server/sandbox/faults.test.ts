import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCallCount } from './call-count.ts';
import type { Fault } from './faults.ts';
import { type Sandbox, startSandbox } from './server.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({ tickets: 30, faults: true });
});
afterEach(() => sandbox.close());

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(new URL(path, sandbox.baseUrl), init);
}

function switchOn(faults: readonly Fault[] | unknown): Promise<Response> {
  return ask('/_faults', { method: 'POST', body: JSON.stringify(faults) });
}

function page(number = 1, workspace = '4201'): Promise<Response> {
  const url = `${sandbox.baseUrl}/cx/closedloop/workspaces/${workspace}/tickets?page=${number}&perPage=10`;
  return fetch(url, { headers: { 'api-key': sandbox.apiKey } });
}

async function idsOf(number: number): Promise<number[]> {
  const { data } = (await (await page(number)).json()) as { data: { id: number }[] };
  return data.map(({ id }) => id);
}

test('without the option there are no controls', async () => {
  const plain = await startSandbox({ tickets: 1 });
  for (const path of ['/_faults', '/_calls']) {
    expect((await fetch(new URL(path, plain.baseUrl))).status).toBe(404);
  }
  await plain.close();
});

test.each([
  ['bad-request', 400],
  ['unauthorized', 401],
  ['forbidden', 403],
  ['not-found', 404],
  ['rate-limited', 429],
  ['licence-used-up', 429],
  ['server-error', 500],
  ['gateway', 502],
  ['sign-in', 200],
  ['empty', 200],
  ['wrong-shape', 200],
] as const)('%s is a %i that is no page of tickets, until it is switched off', async (kind, status) => {
  expect((await switchOn([{ kind }])).status).toBe(200);
  const response = await page();
  expect(response.status).toBe(status);
  expect(await response.text()).not.toContain('totalCount');
  await switchOn([]);
  expect(await idsOf(1)).toHaveLength(10);
});

test('a connection breaks before the answer, or within it', async () => {
  await switchOn([{ kind: 'reset' }]);
  await expect(page()).rejects.toThrow();
  await switchOn([{ kind: 'truncated' }]);
  const response = await page();
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
});

test('a time-out is no answer at all', async () => {
  await switchOn([{ kind: 'timeout' }]);
  const url = `${sandbox.baseUrl}/cx/closedloop/workspaces/4201/tickets`;
  await expect(fetch(url, { signal: AbortSignal.timeout(100) })).rejects.toThrow('timeout');
});

test('Retry-After is sent as it was given', async () => {
  const retryAfter = 'Wed, 04 Feb 2026 09:01:30 GMT';
  await switchOn([{ kind: 'rate-limited', retryAfter }]);
  expect((await page()).headers.get('retry-after')).toBe(retryAfter);
});

test('a fault of one page or workspace leaves the others alone', async () => {
  await switchOn([
    { kind: 'server-error', page: 2 },
    { kind: 'not-found', workspace: '4202' },
  ]);
  const statuses = [await page(1), await page(2), await page(3), await page(1, '4202')].map((r) => r.status);
  expect(statuses).toEqual([200, 500, 200, 404]);
});

test('a fault of a share of the calls befalls about as many, the same ones every time', async () => {
  const draw = async () => {
    await switchOn([{ kind: 'server-error', share: 0.5 }]);
    const statuses: number[] = [];
    for (let call = 0; call < 40; call++) statuses.push((await page()).status);
    return statuses;
  };
  const first = await draw();
  expect(first.filter((status) => status === 500).length).toBeGreaterThan(8);
  expect(first.filter((status) => status === 200).length).toBeGreaterThan(8);
  await sandbox.close();
  sandbox = await startSandbox({ tickets: 30, faults: true });
  expect(await draw()).toEqual(first);
});

test('pages can be smaller than asked for, without losing a ticket', async () => {
  const before = [...(await idsOf(1)), ...(await idsOf(2)), ...(await idsOf(3))];
  await switchOn([{ kind: 'small-pages', perPage: 6 }]);
  const pages = await Promise.all([1, 2, 3, 4, 5].map(idsOf));
  expect(pages.map((ids) => ids.length)).toEqual([6, 6, 6, 6, 6]);
  expect(pages.flat()).toEqual(before);
});

test('a shifting list changes with every call, and rests when that is switched off', async () => {
  await switchOn([{ kind: 'shift' }]);
  const first = await idsOf(1);
  for (let call = 0; call < 20; call++) await page();
  await switchOn([]);
  const last = await idsOf(1);
  expect(last).not.toEqual(first);
  expect(await idsOf(1)).toEqual(last);
});

test.each([
  ['no list', {}],
  ['an unknown kind', [{ kind: 'flood' }]],
  ['an unknown field', [{ kind: 'empty', pages: 3 }]],
  ['a share above 1', [{ kind: 'empty', share: 2 }]],
])('%s is refused with the reason, and changes nothing', async (_what, faults) => {
  await switchOn([{ kind: 'empty' }]);
  const response = await switchOn(faults);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ wrong: expect.any(String) });
  expect(await (await ask('/_faults')).json()).toEqual([{ kind: 'empty' }]);
});

test('calls are counted, those for the controls are not', async () => {
  await Promise.all([page(1), page(2), page(3)]);
  expect(await (await ask('/_calls')).json()).toMatchObject({ total: 3, mostInAMinute: 3 });
  await ask('/_calls', { method: 'DELETE' });
  expect(await (await ask('/_calls')).json()).toEqual({ total: 0, mostInAMinute: 0, mostAtOnce: 0 });
});

test('the most in a minute is that of the busiest 60 seconds, wherever they begin', () => {
  let time = 0;
  const calls = createCallCount(() => time);
  for (const at of [0, 30_000, 59_999, 60_000, 89_999, 200_000]) {
    time = at;
    calls.arrived()();
  }
  expect(calls.report()).toEqual({ total: 6, mostInAMinute: 4, mostAtOnce: 1 });
});
