import { expect, test } from 'vitest';
import { parseEnv } from './env.ts';

const MAIL = {
  MAIL_URL: 'smtps://desk:s3cret%40@mail.example.com:465',
  MAIL_FROM: 'Loopdesk <desk@example.com>',
  PUBLIC_URL: 'https://desk.example.com/',
};

function parse(variables: Record<string, string>) {
  return parseEnv(variables, () => '');
}

function errorsOf(variables: Record<string, string>): readonly string[] {
  const result = parse(variables);
  return result.ok ? [] : result.errors;
}

test('a mail server, a sender and a public address together send mail', () => {
  expect(parse(MAIL)).toMatchObject({
    env: {
      mail: {
        url: MAIL.MAIL_URL,
        from: MAIL.MAIL_FROM,
        publicUrl: 'https://desk.example.com',
        needsTls: false,
      },
    },
  });
  const PUBLIC_URL = 'https://desk.example.com/loopdesk/';
  expect(parse({ ...MAIL, PUBLIC_URL })).toMatchObject({
    env: { basePath: '/loopdesk', mail: { publicUrl: 'https://desk.example.com/loopdesk' } },
  });
  expect(parse({})).toMatchObject({ env: { mail: null } });
  expect(parse({ PUBLIC_URL: 'http://127.0.0.1:3000' })).toMatchObject({ env: { mail: null } });
});

test.each([
  ['smtp://u:p@mail.example.com', true],
  ['smtp://mail.example.com', false],
  ['smtp://u:p@localhost', false],
  ['smtps://u:p@mail.example.com', false],
])('%s must be encrypted before it gets a password: %s', (url, needsTls) => {
  expect(parse({ ...MAIL, MAIL_URL: url })).toMatchObject({ env: { mail: { needsTls } } });
});

test('one without the others is refused', () => {
  expect(errorsOf({ MAIL_URL: MAIL.MAIL_URL })).toEqual([
    'MAIL_FROM must be set when MAIL_URL is',
    'PUBLIC_URL must be set when MAIL_URL is',
  ]);
  expect(errorsOf({ MAIL_FROM: MAIL.MAIL_FROM })).toEqual(['MAIL_URL must be set when MAIL_FROM is']);
});

test.each([
  ['MAIL_URL', 'https://s3cret@mail.example.com'],
  ['MAIL_URL', 'smtp://s3cret:%zz@mail.example.com'],
  ['MAIL_URL', 'smtp://mail.example.com/?s3cret=1'],
  ['MAIL_URL', 's3cret'],
  ['MAIL_FROM', 's3cret'],
  ['MAIL_FROM', 's3cret <desk@example.com'],
  ['MAIL_FROM', 'A <a@example.com>, B <s3cret@example.com>'],
  ['PUBLIC_URL', 'http://s3cret.example.com'],
  ['PUBLIC_URL', 'https://desk.example.com/api/s3cret'],
])('%s is not %s, and what it was is not repeated', (name, value) => {
  const errors = errorsOf({ ...MAIL, [name]: value });
  expect(errors).toEqual([expect.stringMatching(new RegExp(`^${name} must be `))]);
  expect(errors.join()).not.toContain('s3cret');
});
