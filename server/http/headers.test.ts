import { expect, test } from 'vitest';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { tickets } from '../test/tickets.ts';

const ASKED = [
  ['/', 200],
  ['/api/workspaces', 200],
  ['/api/workspaces/w/tickets', 200],
  ['/api/workspaces/w/tickets.csv', 200],
  ['/api/workspaces/w/tickets.xlsx', 200],
  ['/api/workspaces/nope/tickets', 404],
  ['/healthz', 200],
  ['/metrics', 200],
] as const;

function ask(path: string) {
  return serve([fakeSource('w', snapshotOf(7, tickets(1, 3)))]).http.get(path);
}

test.each(ASKED)(
  'a browser may only run our own files, frame nothing, and tell nobody where it was: %s',
  async (path, status) => {
    const { headers } = await ask(path).expect(status);
    expect(headers['content-security-policy']?.split(';').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "manifest-src 'self'",
      "require-trusted-types-for 'script'",
      "script-src 'self'",
      "style-src 'self'",
      "trusted-types 'none'",
    ]);
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    for (const name of ['strict-transport-security', 'x-powered-by', 'access-control-allow-origin']) {
      expect(headers).not.toHaveProperty(name);
    }
  },
);

test.each(ASKED)('a browser may use nothing but the clipboard, and only to write: %s', async (path) => {
  const { headers } = await ask(path);
  const terms = (headers['permissions-policy'] ?? '').split(', ');
  expect(terms).toContain('clipboard-write=(self)');
  expect(terms.filter((term) => !term.endsWith('=()'))).toEqual(['clipboard-write=(self)']);
  for (const feature of ['camera', 'clipboard-read', 'geolocation', 'microphone', 'payment', 'usb']) {
    expect(terms).toContain(`${feature}=()`);
  }
});

test.each(ASKED)('an answer says when it was given, for the ages that a screen shows: %s', async (path) => {
  const { headers } = await ask(path);
  expect(Date.parse(headers.date ?? '')).not.toBeNaN();
});

test.each(['/api/workspaces', '/api/workspaces/w/tickets', '/api/workspaces/w/snapshot'])(
  'an answer that nothing has changed says when, too: %s',
  async (path) => {
    const { http } = serve([fakeSource('w', snapshotOf(7, tickets(1, 3)))]);
    const { headers } = await http.get(path).expect(200);
    const again = await http
      .get(path)
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
    expect(Date.parse(again.headers.date ?? '')).not.toBeNaN();
  },
);
