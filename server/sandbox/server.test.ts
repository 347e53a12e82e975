import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from './server.ts';

const NOW = Date.parse('2026-02-04T09:00:00Z');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ now: NOW, tickets: 250 });
});
afterAll(() => sandbox.close());

interface Listing {
  status: string;
  message: string;
  data: { id: number; issueDate: string }[];
  pagerOptions: { pagerDto: { pageNumber: number; perPage: number }; totalCount: number };
}

interface Failure {
  response: { error: Record<string, unknown> };
}

function call(path: string, headers: Record<string, string> = { 'api-key': sandbox.apiKey }) {
  return fetch(sandbox.baseUrl + path, { headers });
}

function request(query: string, workspace = '4201') {
  return call(`/cx/closedloop/workspaces/${workspace}/tickets${query}`);
}

async function list(query: string, workspace?: string): Promise<Listing> {
  const response = await request(query, workspace);
  expect(response.status).toBe(200);
  return (await response.json()) as Listing;
}

async function errorOf(response: Response): Promise<Record<string, unknown>> {
  return ((await response.json()) as Failure).response.error;
}

test('a page comes in the documented envelope', async () => {
  const answer = await list('?page=2&perPage=100');
  expect(Object.keys(answer)).toEqual(['status', 'message', 'data', 'pagerOptions']);
  expect(answer).toMatchObject({ status: 'success', message: 'All tickets fetched successfully' });
  expect(answer.pagerOptions).toEqual({ pagerDto: { pageNumber: 2, perPage: 100 }, totalCount: 250 });
  expect(answer.data).toHaveLength(100);
});

test('a ticket has exactly the documented fields', async () => {
  const { data } = await list('');
  expect(Object.keys(data[0] ?? {})).toEqual([
    'id',
    'createdAt',
    'updatedAt',
    'deletedAt',
    'feedbackId',
    'surveyId',
    'responseId',
    'priority',
    'status',
    'type',
    'description',
    'issueDate',
    'isOverdue',
    'customerName',
    'customerEmail',
    'originSegment',
    'currentSegment',
    'assignedUser',
  ]);
});

test('the last page has the rest, and a page past the end is empty', async () => {
  const last = await list('?page=3&perPage=100');
  expect(last.data).toHaveLength(50);
  const past = await list('?page=4&perPage=100');
  expect(past).toMatchObject({ data: [], pagerOptions: { totalCount: 250 } });
});

test('without parameters it is the first hundred', async () => {
  const answer = await list('');
  expect(answer.pagerOptions.pagerDto).toEqual({ pageNumber: 1, perPage: 100 });
});

test('the newest issue date comes first', async () => {
  const { data } = await list('?perPage=1000');
  const dates = data.map(({ issueDate }) => issueDate);
  expect(dates).toEqual([...dates].sort().reverse());
});

test('the second workspace has other tickets', async () => {
  expect(sandbox.workspaces.map(({ id }) => id)).toEqual(['4201', '4202']);
  const first = await list('');
  const second = await list('', '4202');
  expect(second.pagerOptions.totalCount).toBe(400);
  expect(second.data[0]?.id).not.toBe(first.data[0]?.id);
});

test.each([
  '?page=0',
  '?page=-1',
  '?page=x',
  '?page=1.5',
  '?page=',
  '?perPage=0',
  '?perPage=1001',
  '?page=1&page=2',
])('the parameters %s are refused as documented', async (query) => {
  const response = await request(query);
  expect(response.status).toBe(400);
  expect(await errorOf(response)).toEqual({
    docs: 'www.questionpro.com/api/error-codes.html',
    name: 'BAD_REQUEST',
    httpStatusCode: 400,
    id: '1000',
    message: 'Invalid URL parameters',
    resourceUrl: '/api/v2/cx/closedloop/workspaces/4201/tickets',
  });
});

test.each<[string, Record<string, string>]>([
  ['no key', {}],
  ['a wrong key', { 'api-key': 'wrong' }],
])('%s is refused before anything else is looked at', async (_what, headers) => {
  const response = await call('/cx/closedloop/workspaces/none/tickets?page=0', headers);
  expect(response.status).toBe(401);
  expect(await errorOf(response)).toMatchObject({ name: 'UNAUTHORIZED', id: '1010' });
});

test('an unknown workspace is not found, whatever the parameters', async () => {
  const response = await request('?page=0', '4299');
  expect(response.status).toBe(404);
  expect(await errorOf(response)).toMatchObject({ name: 'NOT_FOUND', id: '1040' });
});

test.each([
  '/cx/closedloop/workspaces/4201',
  '/',
  '//',
  '/cx/closedloop/workspaces/4201/tickets/35000',
  '/%',
])('there is nothing at %s', async (path) => {
  expect((await call(path)).status).toBe(404);
});

test('only GET is understood', async () => {
  const url = `${sandbox.baseUrl}/cx/closedloop/workspaces/4201/tickets`;
  const response = await fetch(url, { method: 'POST' });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET');
});

test('the same seed and time give the same tickets, another seed others', async () => {
  const first = await startSandbox({ now: NOW, tickets: 250 });
  const other = await startSandbox({ now: NOW, tickets: 250, seed: 2 });
  const path = '/cx/closedloop/workspaces/4201/tickets?perPage=250';
  const headers = { 'api-key': sandbox.apiKey };
  const [mine, same, different] = await Promise.all(
    [sandbox, first, other].map(async ({ baseUrl }) => (await fetch(baseUrl + path, { headers })).text()),
  );
  expect(same).toBe(mine);
  expect(different).not.toBe(mine);
  await Promise.all([first.close(), other.close()]);
});

test('a port that is taken is an error, and closing frees it even in the middle of an answer', async () => {
  const slow = await startSandbox({ tickets: 1, latencyMs: 60_000 });
  const port = Number(new URL(slow.baseUrl).port);
  await expect(startSandbox({ tickets: 1, port })).rejects.toThrow('EADDRINUSE');
  const waiting = expect(fetch(slow.baseUrl)).rejects.toThrow();
  await slow.close();
  await waiting;
  const next = await startSandbox({ tickets: 1, port });
  expect(new URL(next.baseUrl).port).toBe(String(port));
  await next.close();
});
