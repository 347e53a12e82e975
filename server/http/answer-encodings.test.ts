import { EventEmitter, once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Request, Response } from 'express';
import { expect, test, vi } from 'vitest';
import { accessOf, principal } from '../test/access.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { listen } from '../test/sockets.ts';
import { tickets } from '../test/tickets.ts';
import { encodeAnswer } from './encoded-answer.ts';
import { createJsonSenders } from './json-response.ts';
import { LIMITS } from './limits.ts';
import { createHttpServer } from './server.ts';

const LIST = '/api/workspaces/w/tickets';
const SUMMARY = '/api/workspaces/w/summary?by=type';

function serveW() {
  const varied = tickets(1, 60).map((one) => ({ ...one, type: `Type ${one.id}` }));
  const source = fakeSource('w', snapshotOf(7, varied));
  return { source, ...serve([source]) };
}

/** The answer in the bytes that came: the test client would decode them. */
async function ask(port: number, path: string, headers: Record<string, string>) {
  const [response] = (await once(get({ port, path, headers, agent: false }), 'response')) as [
    IncomingMessage,
  ];
  return { headers: response.headers, body: await buffer(response) };
}

test.each([LIST, SUMMARY])('each client gets the encoding that it takes, under one tag: %s', async (path) => {
  const server = createHttpServer(serveW().app);
  const port = await listen(server);
  const tags = new Set<string | undefined>();
  for (const round of ['made', 'kept']) {
    for (const [accepted, name, decode] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
      ['*', 'br', brotliDecompressSync],
      ['identity', null, (bytes: Buffer) => bytes],
      ['gzip;q=0, br;q=0', null, (bytes: Buffer) => bytes],
      ['zstd', null, (bytes: Buffer) => bytes],
      ['', null, (bytes: Buffer) => bytes],
    ] as const) {
      const { headers, body } = await ask(port, path, { 'Accept-Encoding': accepted });
      expect([round, accepted, headers['content-encoding'] ?? null]).toEqual([round, accepted, name]);
      expect(JSON.parse(String(decode(body)))).toHaveProperty('snapshot');
      expect(headers).toMatchObject({ 'content-length': String(body.length), vary: 'Accept-Encoding' });
      tags.add(headers.etag);
    }
  }
  expect(tags.size).toBe(1);
  server.close();
});

test('a tag that one encoding came with is known whatever is asked for next', async () => {
  const { http } = serveW();
  const { headers } = await http.get(LIST).set('Accept-Encoding', 'gzip').expect(200);
  for (const accepted of ['br', 'gzip', 'identity']) {
    const known = http
      .get(LIST)
      .set('Accept-Encoding', accepted)
      .set('If-None-Match', headers.etag ?? '');
    const answer = await known.expect(304);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers.vary).toBe('Accept-Encoding');
  }
});

test('HEAD tells of the encoding and of its length', async () => {
  const { http } = serveW();
  const { headers } = await http.head(LIST).set('Accept-Encoding', 'gzip').expect(200);
  const whole = await http.get(LIST).set('Accept-Encoding', 'gzip').expect(200);
  expect(headers['content-encoding']).toBe('gzip');
  expect(headers['content-length']).toBe(whole.headers['content-length']);
});

test('what is kept is counted, and is not made again', async () => {
  const { http, source } = serveW();
  for (const path of [LIST, LIST, `${LIST}?page=2`, LIST, SUMMARY, SUMMARY]) await http.get(path).expect(200);
  const { text } = await http.get('/metrics').expect(200);
  expect(text).toContain('loopdesk_kept_answers_total{result="hit"} 3');
  expect(text).toContain('loopdesk_kept_answers_total{result="miss"} 3');
  expect(Number(/loopdesk_kept_answers_bytes (\d+)/.exec(text)?.[1])).toBeGreaterThan(5_000);
  expect(source.watched).toBe(6);
});

test('an answer that is kept tells of the state as it is now', async () => {
  const { http, source } = serveW();
  await http.get(LIST).expect(200);
  source.reading = { ...source.reading, calls: { ...source.reading.calls, today: 31 } };
  expect((await http.get(LIST)).body.snapshot.calls).toEqual({ today: 31, perDay: 2000 });
  source.snapshots.push(snapshotOf(8, tickets(1, 61)));
  expect((await http.get(`${LIST}?at=7`)).body.snapshot).toMatchObject({ newest: 8, changes: { added: 1 } });
});

test('marks are of what was there when they were asked for', async () => {
  const { http, source } = serveW();
  source.snapshots.push(snapshotOf(8, tickets(1, 61)));
  const path = `${LIST}?at=8&since=7&sort=-id&perPage=1`;
  expect((await http.get(path)).body.marks).toEqual({ added: [61], changed: [] });
  source.snapshots.shift();
  expect((await http.get(path)).body.marks).toEqual({ added: [], changed: [] });
});

test('what one principal was answered is not kept for another that may see something else', async () => {
  let who = principal('admin');
  const access = accessOf(() => who);
  const { http } = serve([fakeSource('w', snapshotOf(7, tickets(1, 60)))], { access });
  await http.get(LIST).expect(200);
  who = principal('member', 'ben');
  await http.get(LIST).expect(200);
  expect((await http.get('/metrics')).text).toContain('loopdesk_kept_answers_total{result="miss"} 2');
});

test('nothing is kept for a client that has left while its answer was encoded', async () => {
  const answer = encodeAnswer({
    tag: 'W/"1"',
    accepted: 'br',
    write: (json) => json.addText('words '.repeat(30_000)),
    onMade: () => undefined,
  });
  const response = Object.assign(new EventEmitter(), {
    statusCode: 200,
    destroyed: false,
    vary: () => response,
    setHeader: () => response,
    end: vi.fn(),
  });
  const request = { method: 'GET', get: () => undefined, acceptsEncodings: () => 'br' };
  const { sendEncoded } = createJsonSenders(LIMITS);
  const sent = sendEncoded(request as unknown as Request, response as unknown as Response, answer);
  response.destroyed = true;
  await sent;
  expect(response.end).not.toHaveBeenCalled();
  expect(response.listenerCount('close')).toBe(0);
});
