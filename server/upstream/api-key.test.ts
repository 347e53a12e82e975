import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { createUpstreamClient } from './client.ts';
import { policyOf } from './failure-kinds.ts';
import { BASE, example, failure, KEY, stubUpstream } from './testing/stubbed-upstream.ts';

const { server, answerWith } = stubUpstream();

test.each([301, 302, 303, 307, 308])('a %i is not followed, so the key stays here', async (status) => {
  const elsewhere = vi.fn(() => HttpResponse.text(example(200)));
  server.use(http.all('https://elsewhere.example.net/*', elsewhere));
  answerWith(null, { status, headers: { location: 'https://elsewhere.example.net/take' } });
  expect(await failure()).toMatchObject({ kind: 'unreadable' });
  expect(elsewhere).not.toHaveBeenCalled();
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
