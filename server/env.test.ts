import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeErrors } from './env-errors.ts';
import { envOf, errorsOf } from './test/env.ts';

test('with nothing set, it is the demo with the documented defaults', () => {
  expect(envOf({})).toEqual({
    live: null,
    access: { kind: 'none' },
    basePath: '',
    metricsToken: null,
    workspacesWithoutKey: false,
    perPage: 100,
    callsPerMinute: 240,
    callsPerDay: 100_000,
    refreshMs: 60_000,
    dataDir: '.loopdesk',
    store: { kind: 'embedded' },
    retentionDays: 400,
    eraseAfterDays: 30,
    recordAt: '06:00',
    host: '127.0.0.1',
    port: 3000,
    ticketUrlTemplate: null,
    mail: null,
    logLevel: 'info',
  });
});

test('an empty or blank variable counts as unset', () => {
  expect(envOf({ QUESTIONPRO_API_KEY: '', PORT: '  ', QUESTIONPRO_WORKSPACES: '' })).toEqual(envOf({}));
});

test('every error is told at once, each with the name of its variable', () => {
  const errors = errorsOf({
    QUESTIONPRO_API_KEY: 'two words',
    QUESTIONPRO_API_KEY_FILE: '/run/secrets/none',
    QUESTIONPRO_BASE_URL: 'ftp://example.com',
    QUESTIONPRO_PER_PAGE: '0',
    QUESTIONPRO_CALLS_PER_MINUTE: '1.5',
    QUESTIONPRO_CALLS_PER_DAY: '-1',
    REFRESH_SECONDS: '4',
    HOST: '0.0.0.0',
    PORT: '65536',
    TICKET_URL_TEMPLATE: 'https://example.com/ticket',
    LOG_LEVEL: 'loud',
  });
  expect(errors.map((error) => error.split(' ')[0])).toEqual([
    'QUESTIONPRO_API_KEY',
    'QUESTIONPRO_BASE_URL',
    'QUESTIONPRO_PER_PAGE',
    'QUESTIONPRO_CALLS_PER_MINUTE',
    'QUESTIONPRO_CALLS_PER_DAY',
    'REFRESH_SECONDS',
    'PORT',
    'TICKET_URL_TEMPLATE',
    'LOG_LEVEL',
    'QUESTIONPRO_API_KEY_FILE',
    'QUESTIONPRO_API_KEY',
    'QUESTIONPRO_WORKSPACES',
    'HOST',
  ]);
});

test.each(['0.0.0.0', '192.168.0.4', '::', 'example.com', '127.0.0.1.example.com', '128.0.0.1', '127.1'])(
  'listening on %s is refused with the reason',
  (host) => {
    expect(errorsOf({ HOST: host })).toEqual([expect.stringContaining('while ACCESS is none')]);
  },
);

test.each(['localhost', '127.0.0.1', '127.8.9.10', '::1'])('listening on %s is allowed', (host) => {
  expect(envOf({ HOST: host }).host).toBe(host);
});

test('a link to a ticket carries no key, so it may be http', () => {
  const template = 'http://crm.example.com/{id}';
  expect(envOf({ TICKET_URL_TEMPLATE: template }).ticketUrlTemplate).toBe(template);
});

test('a link to a ticket may have both placeholders', () => {
  const template = 'https://example.com/{workspace}/tickets?id={id}';
  expect(envOf({ TICKET_URL_TEMPLATE: template }).ticketUrlTemplate).toBe(template);
  expect(errorsOf({ TICKET_URL_TEMPLATE: 'javascript:alert({id})' })).toHaveLength(1);
});

test('numbers are whole, plain and in range', () => {
  for (const text of ['1e3', '0x10', '010', '+5', '5.0', '٣', 'NaN', '1 000']) {
    expect(errorsOf({ PORT: text })).toEqual(['PORT must be a whole number from 0 to 65535']);
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 65_535 }), (port) => {
      expect(envOf({ PORT: String(port) }).port).toBe(port);
    }),
    { numRuns: 50 },
  );
});

test('the message about errors has each on a line of its own', () => {
  const message = describeErrors(['PORT must be a number', 'HOST must be near']);
  expect(message).toContain('  - PORT must be a number\n  - HOST must be near\n');
});
