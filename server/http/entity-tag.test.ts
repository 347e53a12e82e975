import { expect, test } from 'vitest';
import { serveTickets, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';

const LIST = '/api/workspaces/w/tickets';

test.each([LIST, `${LIST}/5`, '/api/workspaces/w/snapshot', '/api/workspaces'])(
  'what has not changed is not sent again: %s',
  async (path) => {
    const { http } = serveTickets(7);
    const first = await http.get(path).expect(200);
    const etag = first.headers.etag ?? '';
    expect(etag).toMatch(/^W\/"[\w-]+"$/);
    const again = await http.get(path).set('If-None-Match', `"other", ${etag}`).expect(304);
    expect(again.text).toBe('');
    expect(again.headers).toMatchObject({ etag, 'cache-control': 'no-store' });
    await http.get(path).set('If-None-Match', etag).set('Cache-Control', 'no-cache').expect(304);
    await http.get(path).set('If-None-Match', '*').expect(304);
    await http.get(path).set('If-None-Match', '"other"').expect(200);
  },
);

test('what has changed is sent in full under another tag', async () => {
  const { http, source } = serveTickets(7);
  const first = await http.get(LIST).expect(200);
  source.snapshots.push(snapshotOf(8, tickets(1, 119)));
  const second = await http
    .get(LIST)
    .set('If-None-Match', first.headers.etag ?? '')
    .expect(200);
  expect(second.headers.etag).not.toBe(first.headers.etag);
});
