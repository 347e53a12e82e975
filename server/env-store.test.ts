import { expect, test } from 'vitest';
import { parseEnv } from './env.ts';

const URL = 'postgres://loopdesk:s3cret@db.example.com:5432/loopdesk?sslmode=require';

function parse(variables: Record<string, string>, file = '') {
  return parseEnv(variables, () => file);
}

function envOf(variables: Record<string, string>, file?: string) {
  const result = parse(variables, file);
  if (!result.ok) throw new Error(result.errors.join('; '));
  return result.env;
}

function errorsOf(variables: Record<string, string>, file?: string): readonly string[] {
  const result = parse(variables, file);
  return result.ok ? [] : result.errors;
}

test('a database that is named is the store, from a variable or a file', () => {
  const store = { kind: 'postgres', databaseUrl: URL };
  expect(envOf({ DATABASE_URL: URL }).store).toEqual(store);
  expect(envOf({ DATABASE_URL: URL, STORE: 'postgres' }).store).toEqual(store);
  expect(envOf({ DATABASE_URL_FILE: '/url' }, `${URL}\n`).store).toEqual(store);
});

test.each(['embedded', 'memory'])('the store %s is taken, and knows no database', (kind) => {
  expect(envOf({ STORE: kind }).store).toEqual({ kind });
  expect(errorsOf({ STORE: kind, DATABASE_URL: URL })).toEqual([
    `DATABASE_URL must not be set when STORE is ${kind}: keep one`,
  ]);
});

test('a store that lacks its database, or has two, is refused', () => {
  expect(errorsOf({ STORE: 'postgres' })).toEqual(['DATABASE_URL must be set when STORE is postgres']);
  expect(errorsOf({ DATABASE_URL: URL, DATABASE_URL_FILE: '/url' }, URL)).toEqual([
    'DATABASE_URL and DATABASE_URL_FILE are both set: keep one',
  ]);
});

test.each(['mysql://s3cret@db/loopdesk', 's3cret', 'postgres://u:s3cret@db', 'postgres:///s3cret'])(
  'the database %s is refused, and not repeated',
  (url) => {
    for (const errors of [errorsOf({ DATABASE_URL: url }), errorsOf({ DATABASE_URL_FILE: '/url' }, url)]) {
      expect(errors).toEqual([expect.stringMatching(/^DATABASE_URL(_FILE)? must/)]);
      expect(errors.join()).not.toContain('s3cret');
    }
  },
);

test('a server is reached by a socket, too', () => {
  const url = 'postgresql:///loopdesk?host=/var/run/postgresql';
  expect(envOf({ DATABASE_URL: url }).store).toEqual({ kind: 'postgres', databaseUrl: url });
});

test('times are kept as long as told, and the daily read has its hour or none', () => {
  expect(envOf({ RETENTION_DAYS: '90', ERASE_AFTER_DAYS: '0', RECORD_AT: '23:59' })).toMatchObject({
    retentionDays: 90,
    eraseAfterDays: 0,
    recordAt: '23:59',
  });
  expect(envOf({ RECORD_AT: 'off' }).recordAt).toBeNull();
});

test.each([
  ['STORE', 'disk'],
  ['RETENTION_DAYS', '0'],
  ['ERASE_AFTER_DAYS', '-1'],
  ['RECORD_AT', '24:00'],
  ['RECORD_AT', '6:00'],
])('%s is not %s', (name, value) => {
  expect(errorsOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} must be `))]);
});
