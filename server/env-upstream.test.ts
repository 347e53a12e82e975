import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { envOf, errorsOf, noFile } from './test/env.ts';

const KEY = 'k3y-Of-Ours';
const LIVE = { QUESTIONPRO_API_KEY: KEY, QUESTIONPRO_WORKSPACES: '42' };

test('a key and workspaces make it live, against the US data centre unless told otherwise', () => {
  expect(envOf(LIVE)).toMatchObject({ callsPerMinute: 240, callsPerDay: 2000 });
  expect(envOf(LIVE).live).toEqual({
    apiKey: KEY,
    baseUrl: 'https://clf-backend.questionpro.com/api/v2',
    workspaces: [{ id: '42', name: '42' }],
  });
});

test('the key can come from a file, without the line break at its end', () => {
  const env = envOf({ QUESTIONPRO_API_KEY_FILE: '/key', QUESTIONPRO_WORKSPACES: '1' }, () => `${KEY}\n`);
  expect(env.live?.apiKey).toBe(KEY);
});

test.each([
  ['missing', noFile, 'cannot be read (ENOENT)'],
  ['empty', () => ' \n', 'is empty'],
  ['of two lines', () => `${KEY}\n${KEY}`, 'one key'],
])('a key file that is %s is an error', (_what, readFile, words) => {
  const errors = errorsOf({ QUESTIONPRO_API_KEY_FILE: '/key', QUESTIONPRO_WORKSPACES: '1' }, readFile);
  expect(errors).toEqual([expect.stringContaining(words)]);
  expect(errors.join()).not.toContain(KEY);
});

test('a key in a variable and one in a file are an error, as nobody knows which is meant', () => {
  const errors = errorsOf({ ...LIVE, QUESTIONPRO_API_KEY_FILE: '/key' }, () => 'other');
  expect(errors).toEqual(['QUESTIONPRO_API_KEY and QUESTIONPRO_API_KEY_FILE are both set: keep one']);
});

test('a key needs workspaces; workspaces without a key are the demo, and that is noted', () => {
  expect(errorsOf({ QUESTIONPRO_API_KEY: KEY })).toEqual([
    'QUESTIONPRO_WORKSPACES must be set when there is an API key',
  ]);
  expect(envOf({ QUESTIONPRO_WORKSPACES: '1' })).toMatchObject({ live: null, workspacesWithoutKey: true });
});

test('workspaces have names where they are given any', () => {
  expect(envOf({ ...LIVE, QUESTIONPRO_WORKSPACES: ' 1=\u202EShops = all , b-2 ' }).live?.workspaces).toEqual([
    { id: '1', name: 'Shops = all' },
    { id: 'b-2', name: 'b-2' },
  ]);
});

test.each(['1,1', '1=A,1=B', '1,', ',', '=Name', '1=', '..', 'a/b', 'a b', '1?x'])(
  'the workspaces "%s" are a error',
  (workspaces) => {
    expect(errorsOf({ ...LIVE, QUESTIONPRO_WORKSPACES: workspaces })).toEqual([
      expect.stringMatching(/^QUESTIONPRO_WORKSPACES must be id or id=Name/),
    ]);
  },
);

test('slashes at the end of the base URL do not matter', () => {
  const env = envOf({ ...LIVE, QUESTIONPRO_BASE_URL: 'http://localhost:8080/api/v2//' });
  expect(env.live?.baseUrl).toBe('http://localhost:8080/api/v2');
});

test.each(['nowhere', 'file:///etc', 'https://u:p@example.com', 'https://example.com?x=1', 'https://a.b/#c'])(
  'the base URL %s is an error, and is not repeated',
  (url) => {
    const errors = errorsOf({ ...LIVE, QUESTIONPRO_BASE_URL: url });
    expect(errors).toHaveLength(1);
    expect(errors[0]).not.toContain(url);
  },
);

test.each([
  'http://example.com/api/v2',
  'http://10.0.0.5',
  'http://128.0.0.1',
  'http://0.0.0.0',
  'http://127.0.0.1.evil.com',
  'http://localhost.evil.com',
  'http://evil.com\\@127.0.0.1',
  'http://127.0.0.1@evil.com',
  'http://[::ffff:127.0.0.1]',
  'http://[::2]',
  'http://2130706434.evil.com',
  'HTTP://EXAMPLE.COM',
])('the base URL %s would send the key in clear, and is refused with that reason', (url) => {
  expect(errorsOf({ ...LIVE, QUESTIONPRO_BASE_URL: url })).toEqual([
    expect.stringMatching(/^QUESTIONPRO_BASE_URL must be an https URL .* the API key would travel in clear$/),
  ]);
});

test.each([
  ['http://localhost:8080/api', 'http://localhost:8080/api'],
  ['http://LOCALHOST', 'http://localhost'],
  ['http://127.8.9.10', 'http://127.8.9.10'],
  ['http://2130706433', 'http://127.0.0.1'],
  ['http://127.1', 'http://127.0.0.1'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
  ['http://[0:0:0:0:0:0:0:1]', 'http://[::1]'],
  ['https://example.com/api/v2', 'https://example.com/api/v2'],
])('the base URL %s keeps the key secret', (url, baseUrl) => {
  expect(envOf({ ...LIVE, QUESTIONPRO_BASE_URL: url }).live?.baseUrl).toBe(baseUrl);
});

test('no error ever repeats a key, whatever is wrong with it', () => {
  const secret = fc.string({ minLength: 8, unit: 'grapheme' }).filter((text) => /\S{8}/.test(text.trim()));
  fc.assert(
    fc.property(secret, (key) => {
      const inVariable = errorsOf({ QUESTIONPRO_API_KEY: key, HOST: 'x' }).join('\n');
      const inFile = errorsOf({ QUESTIONPRO_API_KEY_FILE: '/key', HOST: 'x' }, () => key).join('\n');
      expect(inVariable + inFile).not.toContain(key.trim());
    }),
    { numRuns: 100 },
  );
});
