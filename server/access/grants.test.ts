import { expect, test } from 'vitest';
import { type Grant, roleIn } from './grants.ts';

const ANNA = {
  id: 'a1',
  name: 'Anna',
  email: 'Anna@Example.com',
  userName: 'ANNA',
  groups: ['cx-leads'],
};

const grant = (
  who: Grant['who'],
  role: Grant['role'] = 'viewer',
  workspaces: Grant['workspaces'] = '*',
): Grant => ({
  who,
  role,
  workspaces,
});

test.each<[string, Grant['who']]>([
  ['everyone', { kind: 'everyone' }],
  ['an e-mail', { kind: 'user', name: 'anna@example.com' }],
  ['a user name', { kind: 'user', name: 'anna' }],
  ['a domain', { kind: 'domain', name: 'example.com' }],
  ['a group', { kind: 'group', name: 'cx-leads' }],
])('a grant for %s holds', (_, who) => {
  expect(roleIn([grant(who)], ANNA, '1')).toBe('viewer');
});

test.each<[string, Grant['who']]>([
  ['another e-mail', { kind: 'user', name: 'ann@example.com' }],
  ['the domain above', { kind: 'domain', name: 'com' }],
  ['a domain that only ends the same', { kind: 'domain', name: 'ample.com' }],
  ['a group in another case', { kind: 'group', name: 'CX-Leads' }],
])('a grant for %s does not', (_, who) => {
  expect(roleIn([grant(who)], ANNA, '1')).toBeNull();
});

test('what nobody vouches for is no e-mail: it opens neither a domain nor a person’s grant', () => {
  const grants = [
    grant({ kind: 'domain', name: 'example.com' }),
    grant({ kind: 'user', name: 'anna@example.com' }),
  ];
  expect(roleIn(grants, { ...ANNA, email: null }, '1')).toBeNull();
});

test('an address with two @ is nobody’s, and a letter that becomes one of ASCII is another', () => {
  const grants = [
    grant({ kind: 'domain', name: 'example.com' }),
    grant({ kind: 'user', name: 'mark@example.org' }),
  ];
  for (const email of ['"a@example.com"@evil.org', 'x@evil.org@example.com', 'mar\u212a@example.org']) {
    expect(roleIn(grants, { ...ANNA, email }, '1')).toBeNull();
  }
  expect(roleIn(grants, { ...ANNA, email: 'Mark@Example.org' }, '1')).not.toBeNull();
});

test('the strongest grant of the workspace holds, in whatever order', () => {
  const grants = [
    grant({ kind: 'everyone' }),
    grant({ kind: 'group', name: 'cx-leads' }, 'admin', ['2']),
    grant({ kind: 'user', name: 'anna' }, 'member', ['1', '2']),
  ];
  for (const given of [grants, grants.toReversed()]) {
    expect(['1', '2', '3'].map((workspace) => roleIn(given, ANNA, workspace))).toEqual([
      'member',
      'admin',
      'viewer',
    ]);
  }
});
