import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Shape } from './answer-shapes.ts';
import { ApiProblem, ConnectionLost, request } from './request.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

interface Counted {
  readonly count: number;
}

const shape: Shape<Counted> = { count: 'number' };

test('an unchanged answer is not sent again: its tag is shown, and what is known serves', async () => {
  const tags: (string | null)[] = [];
  server.use(
    http.get('*/api/counted', ({ request: { headers } }) => {
      const tag = headers.get('if-none-match');
      tags.push(tag);
      return tag === '"1"'
        ? new HttpResponse(null, { status: 304 })
        : HttpResponse.json({ count: 3 }, { headers: { etag: '"1"' } });
    }),
  );
  expect(await request<Counted>('/api/counted', { shape })).toEqual({ count: 3 });
  expect(await request<Counted>('/api/counted', { shape })).toEqual({ count: 3 });
  expect(tags).toEqual([null, '"1"']);
});

test('an error of the server keeps its code and its words', async () => {
  const problem = {
    type: 'about:blank',
    title: 'There is no such workspace',
    status: 404,
    detail: 'There is no workspace 9.',
    code: 'unknown-workspace',
  };
  server.use(http.get('*/api/problem', () => HttpResponse.json(problem, { status: 404 })));
  await expect(request<Counted>('/api/problem', { shape })).rejects.toSatisfy(
    (error) => error instanceof ApiProblem && error.problem.code === 'unknown-workspace',
  );
});

test.each([
  ['a broken connection', () => HttpResponse.error()],
  ['a page of a proxy', () => HttpResponse.html('<h1>Bad gateway</h1>', { status: 502 })],
  ['a page of a proxy that means well', () => HttpResponse.html('<h1>Sign in</h1>')],
  ['an answer that broke off', () => new HttpResponse('{"count": 3')],
  ['a list', () => HttpResponse.json([])],
  ['nothing at all', () => HttpResponse.json(null)],
  ['an error of another shape', () => HttpResponse.json({ oops: true }, { status: 500 })],
  ['an answer of another shape', () => HttpResponse.json({ count: 'three' })],
  ['an empty answer', () => new HttpResponse(null)],
])('%s is no answer of ours', async (_, answer) => {
  server.use(http.get('*/api/strange', answer));
  await expect(request<Counted>('/api/strange', { shape })).rejects.toBeInstanceOf(ConnectionLost);
});

test('a request that nobody waits for any more ends with the reason', async () => {
  server.use(http.get('*/api/slow', () => new Promise(() => {})));
  const controller = new AbortController();
  const answer = request<Counted>('/api/slow', { shape, signal: controller.signal });
  controller.abort(new Error('another question'));
  await expect(answer).rejects.toThrow('another question');
});
