import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { listen, open } from '../test/sockets.ts';
import { tickets } from '../test/tickets.ts';
import { createHttpServer } from './server.ts';

const CSV = '/api/workspaces/w/tickets.csv';
const CLICK = {
  'Sec-Fetch-Site': 'cross-site',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Dest': 'document',
  'Sec-Fetch-User': '?1',
};

function serveW() {
  const source = fakeSource('w', snapshotOf(7, tickets(1, 3)));
  return { source, ...serve([source]) };
}

/** The address that the page links to, as a browser reads it. */
function linkIn(page: string): string {
  const [, href = ''] = /<a href="([^"]*)">/.exec(page) ?? [];
  return href.replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)));
}

test.each(['cross-site', 'same-site'])(
  'a link to a file, clicked in a chat, leads to a page with that link: %s',
  async (site) => {
    const { http, source, log } = serveW();
    const path = `${CSV}?status=NEW&q=%22a%20b%22&columns=id`;
    const { text, type, headers } = await http
      .get(path)
      .set({ ...CLICK, 'Sec-Fetch-Site': site })
      .expect(403);
    expect(type).toBe('text/html');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('content-disposition');
    expect(linkIn(text)).toBe(path);
    expect(source.watched).toBe(0);
    expect(log).toEqual([]);
    const followed = await http
      .get(linkIn(text))
      .set({ ...CLICK, 'Sec-Fetch-Site': 'same-origin' })
      .expect(200);
    expect(followed.type).toBe('text/csv');
  },
);

test('the page runs nothing, and its style is the one that it allows', async () => {
  const { text, headers } = await serveW().http.get(CSV).set(CLICK).expect(403);
  const [, style = ''] = /<style>([^<]*)<\/style>/.exec(text) ?? [];
  const policy = headers['content-security-policy']?.split(';') ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(policy).toContain(`style-src 'sha256-${hash}'`);
  expect(policy).toEqual(
    expect.arrayContaining(["default-src 'none'", "frame-ancestors 'none'", "form-action 'none'"]),
  );
  expect(policy.join()).not.toContain('script-src');
  expect(text).not.toMatch(/<script|\son\w+=/i);
});

test('nothing in an address gets out of its link', async () => {
  const server = createHttpServer(serveW().app);
  const port = await listen(server);
  const headers = Object.entries(CLICK).map(([name, value]) => `${name}: ${value}\r\n`);
  const query = `?q="><script>alert(1)</script><a%20href='x'&b=%C3%BC`;
  const line = `GET ${CSV}${query} HTTP/1.1\r\nHost: localhost\r\n`;
  const { closed, text } = open(port, `${line}${headers.join('')}Connection: close\r\n\r\n`);
  await closed;
  expect(text()).toMatch(/^HTTP\/1\.1 403 /);
  expect(text()).not.toContain('<script');
  expect(text().match(/<a /g)).toHaveLength(1);
  expect(linkIn(text())).toBe(`${CSV}${query}`);
  server.close();
});

test.each([
  ['a script', CSV, { ...CLICK, 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' }],
  ['a frame', CSV, { ...CLICK, 'Sec-Fetch-Dest': 'iframe' }],
  ['a link to data', '/api/workspaces/w/tickets', CLICK],
  ['a link to something like a file', `/${CSV}`, CLICK],
  ['a link to a file of no workspace', '/api/workspaces/a/b/tickets.csv', CLICK],
])('%s gets the error alone', async (_what, path, headers) => {
  const { type } = await serveW().http.get(path).set(headers).expect(403);
  expect(type).toBe('application/problem+json');
});
