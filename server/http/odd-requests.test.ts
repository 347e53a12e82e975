import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { listen, open } from '../test/sockets.ts';
import { tickets } from '../test/tickets.ts';
import { createHttpServer } from './server.ts';

let server: Server;
let port: number;
beforeAll(async () => {
  server = createHttpServer(serve([fakeSource('w', snapshotOf(7, tickets(1, 3)))]).app);
  port = await listen(server);
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** The answer to a request as a client of one's own making sends it. */
async function answerTo(line: string, headers: readonly string[] = ['Host: localhost']) {
  const { closed, text } = open(port, `${[line, ...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`);
  await closed;
  const [head = '', body = ''] = text().split(/\r\n\r\n/);
  return { status: Number(head.slice(9, 12)), head, body };
}

const NODE_REFUSAL = 'HTTP/1.1 400 Bad Request\r\nConnection: close';
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE', 'TRACE', 'PROPFIND', 'M-SEARCH'];
const TARGETS = [
  '*',
  'http://localhost',
  'http://localhost/%',
  'http://[',
  'http://[::1',
  'http://a^b/',
  'http://localhost:x/',
  'javascript:alert(1)',
  'urn:a:b',
  '//',
  '//localhost/%zz',
  '/%',
  '/%E0%A4%A',
  '/assets/%',
  '/assets/%00',
  '/..%2f..%2fpackage.json',
  '/auth/%',
  '/auth/nothing',
  '/healthz/%',
  '/api',
  '/api/%',
  '/api/workspaces/%/tickets',
  '/api/workspaces/%E0%A4%A/tickets',
  '/api/workspaces/w/tickets/%',
  '/api/workspaces/w%2Ftickets',
  '/api//me',
  '/\\api\\me',
  '/?%',
  '/#/../api/me',
];

test.each(TARGETS)('%s is answered with a page of ours or a problem, whatever the method', async (target) => {
  for (const method of METHODS) {
    const { status, head, body } = await answerTo(`${method} ${target} HTTP/1.1`);
    const told = `${method} ${target}: ${head}\n${body}`;
    // What Node refuses by itself it answers with the status alone.
    if (status < 400 || (status === 400 && head === NODE_REFUSAL)) continue;
    expect(status, told).toBeLessThan(500);
    expect(head, told).toContain('Content-Type: application/problem+json');
    if (method !== 'HEAD')
      expect(problemSchema.safeParse(JSON.parse(/\{.*\}/.exec(body)?.[0] ?? 'null')).success, told).toBe(
        true,
      );
  }
});

test.each([
  ['Host: localhost', 'Host: evil.example'],
  ['Host: localhost', 'HOST: localhost'],
])('two Host headers are refused, whichever comes first', async (...headers) => {
  for (const given of [headers, headers.toReversed()]) {
    const { status, body } = await answerTo('GET /api/workspaces HTTP/1.1', given);
    expect([status, body]).toEqual([400, expect.stringContaining('"code":"several-hosts"')]);
  }
});

test('a header of another name may have that word for its value', async () => {
  const headers = ['Host: localhost', 'X-Forwarded-By: host', 'X-Other: Host'];
  expect((await answerTo('GET /api/workspaces HTTP/1.1', headers)).status).toBe(200);
});
