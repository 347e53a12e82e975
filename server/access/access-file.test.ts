import { expect, test } from 'vitest';
import { parseAccessFile } from './access-file.ts';

const IDS = ['4201', '4202'];

function errorsOf(file: unknown) {
  const parsed = parseAccessFile(typeof file === 'string' ? file : JSON.stringify(file), IDS);
  return parsed.ok ? [] : parsed.errors;
}

const grant = { who: 'everyone', workspaces: '*', role: 'viewer' };

test('every form of a grant is read, e-mails and domains without their case', () => {
  const parsed = parseAccessFile(
    JSON.stringify({
      contact: 'the help desk, extension 12',
      grants: [
        { who: 'group:CX leads', workspaces: ['4201'], role: 'member' },
        { who: 'user: Anna@Example.com ', workspaces: ['4201', '4202'], role: 'admin' },
        { who: 'domain:Example.COM', workspaces: '*', role: 'viewer' },
        grant,
      ],
    }),
    IDS,
  );
  expect(parsed).toEqual({
    ok: true,
    rules: {
      contact: 'the help desk, extension 12',
      grants: [
        { who: { kind: 'group', name: 'CX leads' }, workspaces: ['4201'], role: 'member' },
        { who: { kind: 'user', name: 'anna@example.com' }, workspaces: ['4201', '4202'], role: 'admin' },
        { who: { kind: 'domain', name: 'example.com' }, workspaces: '*', role: 'viewer' },
        { who: { kind: 'everyone' }, workspaces: '*', role: 'viewer' },
      ],
    },
  });
});

test('a file without grants lets nobody in', () => {
  expect(parseAccessFile('{"grants":[]}', IDS)).toEqual({ ok: true, rules: { grants: [], contact: null } });
});

test('every error is named with its place', () => {
  expect(
    errorsOf({
      grants: [
        { ...grant, who: 'anna@example.com' },
        { ...grant, who: 'group: ' },
        { ...grant, who: 'domain:a@b' },
        { ...grant, role: 'owner' },
        { ...grant, workspaces: 4201 },
        { ...grant, workspace: '*' },
      ],
      kontakt: 'x',
    }),
  ).toEqual([
    'grants[0].who must be group:NAME, user:E-MAIL, domain:NAME or everyone',
    'grants[1].who must be group:NAME, user:E-MAIL, domain:NAME or everyone',
    'grants[2].who must be group:NAME, user:E-MAIL, domain:NAME or everyone',
    'grants[3].role must be one of viewer, member, admin',
    'grants[4].workspaces must be a list of ids, or "*"',
    'grants[5] has keys that it must not have: workspace',
    'the file has keys that it must not have: kontakt',
  ]);
});

test('a workspace that is not set up is an error: the grant would let in nobody', () => {
  expect(errorsOf({ grants: [{ ...grant, workspaces: ['4201', '77'] }] })).toEqual([
    'grants[0].workspaces names "77", which is none of QUESTIONPRO_WORKSPACES',
  ]);
});

test.each([
  ['', ['is no JSON: see docs/access.md for its form, and look for a comma too many']],
  ['[]', ['the file must be an object']],
  ['{}', ['grants must be a list']],
  [' '.repeat(1_000_001), ['is larger than 1 MB']],
])('%.10j is refused', (text, errors) => {
  expect(errorsOf(text)).toEqual(errors);
});
