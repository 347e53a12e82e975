import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import type { CallOutcome } from './client.ts';
import { BASE, example, failure, KEY, readPage, stubUpstream, TICKETS } from './testing/stubbed-upstream.ts';

const { server, answerWith } = stubUpstream();

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
