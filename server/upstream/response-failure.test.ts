import { expect, test, vi } from 'vitest';
import { example, failure, stubUpstream } from './testing/stubbed-upstream.ts';

const { answerWith } = stubUpstream();

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
