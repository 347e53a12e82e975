import { expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { listen, open } from '../test/sockets.ts';
import { tickets } from '../test/tickets.ts';
import { createHttpServer } from './server.ts';

function serveW(host = '127.0.0.1') {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 3)));
  return { source, ...serve([source], { host }) };
}

test.each(['localhost', 'localhost:3000', 'LOCALHOST:9', '127.0.0.1:1234', '[::1]:3000', '[::1]'])(
  'requests for %s are answered',
  async (host) => {
    await serveW().http.get('/api/workspaces').set('Host', host).expect(200);
  },
);

test.each([
  'evil.example',
  'localhost.evil.example',
  'localhost:3000@evil.example',
  'evil.example:3000',
  '127.0.0.1.evil.example',
  '127.0.0.2',
  '[::2]:3000',
  'localhost/x',
  'localhost.',
])('requests for %s are refused, as another site could have led a browser here', async (host) => {
  const { http } = serveW();
  for (const path of ['/api/workspaces', '/', '/healthz', '/metrics', '/assets/x.js']) {
    const answer = await http.get(path).set('Host', host).expect(421);
    expect(problemSchema.parse(answer.body).code).toBe('host-not-served');
  }
});

test('the configured address is served too, IPv6 in brackets', async () => {
  await serveW('127.9.9.9').http.get('/healthz').set('Host', '127.9.9.9:80').expect(200);
  await serveW('::1').http.get('/healthz').set('Host', '[::1]:80').expect(200);
});

test('a request line that holds a whole URL names a host too, and both must be served', async () => {
  const { app, source } = serveW();
  const server = createHttpServer(app);
  const port = await listen(server);
  const ask = async (authority: string) => {
    const line = `GET http://${authority}/api/workspaces/w/tickets HTTP/1.1`;
    const { closed, text } = open(port, `${line}\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    await closed;
    return text().slice(9, 12);
  };
  expect(await ask('evil.example')).toBe('421');
  expect(await ask('localhost@evil.example')).toBe('421');
  expect(source.watched).toBe(0);
  expect(await ask(`localhost:${port}`)).toBe('200');
  server.close();
});

test('answers are compressed for those who take it', async () => {
  const { http } = serveW();
  const packed = await http.get('/api/workspaces/w/tickets').set('Accept-Encoding', 'gzip').expect(200);
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.body.tickets).toHaveLength(3);
});
