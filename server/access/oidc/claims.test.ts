import { expect, test } from 'vitest';
import { needsUserInfo, readClaims } from './claims.ts';

const OPTIONS = { issuer: 'https://id.example.com', groupsClaim: 'groups', emailTrusted: false };
const GOOGLE = { ...OPTIONS, issuer: 'https://accounts.google.com' };

function identityOf(idToken: object, userInfo = {}, options = OPTIONS) {
  return readClaims({ sub: 'a', ...idToken }, userInfo, options)?.identity;
}

test('a person has the name, the address and the groups of the claims', () => {
  const claims = { name: 'Anna', email: 'Anna@Example.com', email_verified: true, groups: ['b', 'c'] };
  const identity = {
    id: 'oidc:a',
    name: 'Anna',
    email: 'Anna@Example.com',
    userName: null,
    groups: ['b', 'c'],
  };
  expect(identityOf(claims)).toEqual(identity);
  expect(identityOf({}, claims)).toEqual(identity);
  expect(identityOf({ roles: 'b' }, {}, { ...OPTIONS, groupsClaim: 'roles' })?.groups).toEqual(['b']);
});

test('claims of another form count as none', () => {
  const odd = {
    name: 7,
    email: ['a@example.com'],
    email_verified: true,
    groups: [1],
    preferred_username: '',
  };
  expect(identityOf(odd)).toEqual({ id: 'oidc:a', name: 'a', email: null, userName: null, groups: [] });
  expect(readClaims({ sub: '' }, {}, OPTIONS)).toBeNull();
});

test('the name to show turns no text around it, and one of nothing else counts as none', () => {
  expect(identityOf({ name: '\u202Enimda' })?.name).toBe('nimda');
  expect(identityOf({ name: '\u202E', preferred_username: 'bo' })?.name).toBe('bo');
});

test.each(['Nu\u0000l', 'half \ud800', 'line\nbreak'])('a text like %j counts as none', (odd) => {
  expect(identityOf({ name: odd, preferred_username: 'bo' })?.name).toBe('bo');
  expect(identityOf({ email: odd, email_verified: true })?.email).toBeNull();
  expect(readClaims({ sub: odd }, {}, OPTIONS)).toBeNull();
});

test.each([
  [true, false, true],
  [true, true, true],
  [false, false, false],
  [false, true, false],
  ['true', false, false],
  [undefined, false, false],
  [undefined, true, true],
])('an address that is verified: %s, with trust in all: %s, counts: %s', (verified, emailTrusted, counts) => {
  const identity = identityOf({ email: 'a@b.c', email_verified: verified }, {}, { ...OPTIONS, emailTrusted });
  expect(identity?.email).toBe(counts ? 'a@b.c' : null);
});

test('an address is verified by who gives it', () => {
  expect(identityOf({ email: 'a@b.c' }, { email: 'x@y.z', email_verified: true })?.email).toBeNull();
});

test('of Google, the mailboxes count that Google runs', () => {
  const verified = { email_verified: true };
  expect(identityOf({ email: 'a@b.c', ...verified }, {}, GOOGLE)?.email).toBeNull();
  expect(identityOf({ email: 'a@b.c', hd: 'c.b', ...verified }, {}, GOOGLE)?.email).toBeNull();
  expect(identityOf({ email: 'a@b.c', hd: 'b.c', ...verified }, {}, GOOGLE)?.email).toBe('a@b.c');
  expect(identityOf({ email: 'a@gmail.com', ...verified }, {}, GOOGLE)?.email).toBe('a@gmail.com');
});

test('a name that people choose for themselves signs nobody in', () => {
  expect(identityOf({ preferred_username: 'admin@example.com' })).toMatchObject({
    name: 'admin@example.com',
    email: null,
    userName: null,
  });
});

test.each([
  [{ _claim_names: { groups: 'src1' } }, true],
  [{ hasgroups: true }, true],
  [{ _claim_names: { groups: 'src1' }, groups: ['b'] }, false],
  [{ _claim_names: { address: 'src1' } }, false],
  [{ _claim_names: null }, false],
  [{}, false],
])('groups that are left out are told: %j', (claims, leftOut) => {
  expect(readClaims({ sub: 'a', ...claims }, {}, OPTIONS)?.groupsLeftOut).toBe(leftOut);
});

test('the provider is asked for more when the token leaves something open', () => {
  expect(needsUserInfo({ email: 'a@b.c', groups: [] }, OPTIONS)).toBe(false);
  expect(needsUserInfo({ email: 'a@b.c' }, OPTIONS)).toBe(true);
  expect(needsUserInfo({ groups: [] }, OPTIONS)).toBe(true);
});
