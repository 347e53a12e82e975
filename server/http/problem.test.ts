import { expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';

const SECRET = 'k3y-Of-Ours';
const LIST = '/api/workspaces/w/tickets';

function serveBroken(message: string) {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 3)));
  const broken = {
    ...source,
    status() {
      throw new TypeError(message);
    },
  };
  return serve([broken]);
}

test('what nobody foresaw is told under an id, and neither the client nor the log learns its words', async () => {
  const { http, log } = serveBroken(`Jane Doe <jane@example.com> of ${SECRET}\n    at fake (frame:1:1)`);
  const { body, text, headers } = await http.get(LIST).expect(500);
  const id = headers['x-request-id'];
  expect(problemSchema.parse(body)).toEqual({
    type: 'about:blank',
    title: 'Loopdesk failed',
    status: 500,
    detail: `The log has more under ${id}.`,
    code: 'internal-error',
  });
  const written = log.join('');
  expect(written).toContain(id);
  expect(written).toContain('TypeError');
  expect(written).toContain('problem.test.ts');
  expect(text + written).not.toMatch(/Jane|jane@|k3y|fake/);
});

test('one request that fails does not keep the next from its answer', async () => {
  const { http } = serveBroken('no');
  await http.get(LIST).expect(500);
  await http.get('/healthz').expect(200);
});

test('an answer that is an error has no tag of the answer that it is not', async () => {
  const { headers } = await serveBroken('no').http.get(LIST).set('If-None-Match', '*').expect(500);
  expect(headers).not.toHaveProperty('etag');
  expect(headers['cache-control']).toBe('no-store');
});
