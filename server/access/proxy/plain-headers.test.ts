import { expect, test } from 'vitest';
import { readIdentity } from './plain-headers.ts';

const NAMES = {
  user: 'x-forwarded-user',
  email: 'x-forwarded-email',
  name: 'x-forwarded-preferred-username',
  groups: 'x-forwarded-groups',
};

const read = (headersDistinct: Record<string, string[]>) => readIdentity({ headersDistinct }, NAMES);

test('a person is who the headers say', () => {
  expect(
    read({
      'x-forwarded-user': [' anna '],
      'x-forwarded-email': ['anna@example.com'],
      'x-forwarded-preferred-username': ['Anna A.'],
      'x-forwarded-groups': ['cx-leads, all ,,'],
    }),
  ).toEqual({
    id: 'proxy:anna',
    name: 'Anna A.',
    email: 'anna@example.com',
    userName: 'anna',
    groups: ['cx-leads', 'all'],
  });
});

test('a name with a blank that is none of HTTP is another name', () => {
  expect(read({ 'x-forwarded-user': ['\u00A0anna'] })).toMatchObject({ userName: '\u00A0anna' });
});

test('the name to show turns no text around it, while who it is stays as it came', () => {
  const header = Buffer.from('\u202Eanna').toString('latin1');
  const identity = read({ 'x-forwarded-user': [header] });
  expect(identity).toMatchObject({ id: 'proxy:\u202Eanna', userName: '\u202Eanna', name: 'anna' });
  // Some terminals take one of those for the start of a command, and names stand in the log.
  const commanding = read({ 'x-forwarded-user': [Buffer.from('an\u009Bna').toString('latin1')] });
  expect(commanding).toMatchObject({ id: 'proxy:an\u009Bna', name: 'anna' });
});

test('a header is read as UTF-8 where it is that', () => {
  const bytes = (text: string) => Buffer.from(text).toString('latin1');
  expect(
    read({ 'x-forwarded-user': [bytes('josé')], 'x-forwarded-groups': [bytes('équipe, b')] }),
  ).toMatchObject({
    userName: 'josé',
    groups: ['équipe', 'b'],
  });
  expect(read({ 'x-forwarded-user': ['jos\u00e9'] })).toMatchObject({ userName: 'josé' });
});

test('a name or an address alone is enough', () => {
  expect(read({ 'x-forwarded-user': ['bo'] })).toMatchObject({ id: 'proxy:bo', name: 'bo', email: null });
  expect(read({ 'x-forwarded-email': ['bo@x.org'] })).toMatchObject({ id: 'proxy:bo@x.org', userName: null });
});

test.each<[string, Record<string, string[]>]>([
  ['no header', {}],
  ['an empty one', { 'x-forwarded-user': [' '] }],
  ['groups alone', { 'x-forwarded-groups': ['cx-leads'] }],
  ['a user named twice', { 'x-forwarded-user': ['anna', 'admin'] }],
  ['groups told twice', { 'x-forwarded-user': ['anna'], 'x-forwarded-groups': ['a', 'b'] }],
  ['a name that is too long', { 'x-forwarded-user': ['a'.repeat(321)] }],
])('%s is nobody', (_, headers) => expect(read(headers)).toBeNull());
