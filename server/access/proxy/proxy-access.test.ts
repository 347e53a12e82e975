import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { KeysFailing } from '../access.ts';
import type { Grant } from '../grants.ts';
import { createProxyAccess } from './proxy-access.ts';

const ISSUER = 'https://proxy.example.com';
const AUDIENCE = 'loopdesk';
const HEADER = 'x-assertion';
const GRANTS: Grant[] = [
  { who: { kind: 'user', name: 'anna@example.com' }, workspaces: ['1'], role: 'member' },
  { who: { kind: 'group', name: 'leads' }, workspaces: ['2'], role: 'admin' },
];

const keys = await generateKeyPair('ES256', { extractable: true });
const foreignKeys = await generateKeyPair('ES256', { extractable: true });
const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'ES256', use: 'sig' }] };
const keyServer = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(jwks));
});
let jwksUrl = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve));
  jwksUrl = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/keys`;
});
afterAll(() => new Promise((resolve) => keyServer.close(resolve)));

const warn = vi.fn();

function open(withAssertion: boolean, url = jwksUrl) {
  return createProxyAccess({
    trusted: [{ address: '10.0.0.0', prefix: 8, family: 'ipv4' }],
    headers: { user: 'x-user', email: 'x-email', name: 'x-name', groups: 'x-groups' },
    assertion: withAssertion ? { header: HEADER, jwksUrl: url, issuer: ISSUER, audience: AUDIENCE } : null,
    signOutUrl: '/out',
    rules: { current: () => ({ grants: GRANTS, contact: 'the help desk' }) },
    logger: { warn },
  });
}

function request(headers: Record<string, string>, remoteAddress = '10.9.9.9'): IncomingMessage {
  const distinct = Object.entries(headers).map(([name, value]) => [name, [value]]);
  return {
    socket: { remoteAddress },
    headersDistinct: Object.fromEntries(distinct),
  } as unknown as IncomingMessage;
}

function token(
  claims: JWTPayload,
  { key = keys.privateKey, end = { exp: inSeconds(60) } as object | null } = {},
) {
  return new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: 's1', ...end, ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'k' })
    .sign(key);
}

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

test('headers of a trusted peer say who somebody is, and their grants what they may see', async () => {
  const principal = await open(false).authenticate(
    request({ 'x-user': 'anna', 'x-email': 'Anna@example.com', 'x-groups': 'leads' }),
  );
  expect(principal).toMatchObject({
    id: 'proxy:anna',
    user: { id: 'proxy:anna', name: 'anna', email: 'Anna@example.com' },
  });
  expect(['1', '2', '3'].map((id) => principal?.roleIn(id))).toEqual(['member', 'admin', null]);
});

test.each(['127.0.0.1', '11.0.0.1', '::1'])('headers from %s are nobody’s', async (address) => {
  expect(await open(false).authenticate(request({ 'x-user': 'anna' }, address))).toBeNull();
});

test('a signed statement says who somebody is', async () => {
  const claims = { email: 'anna@example.com', name: 'Anna', groups: ['leads'] };
  const principal = await open(true).authenticate(request({ [HEADER]: await token(claims) }));
  expect(principal?.user).toEqual({ id: 'proxy:s1', name: 'Anna', email: 'anna@example.com' });
  expect(principal?.roleIn('2')).toBe('admin');
});

test('a name with control characters counts as none', async () => {
  const claims = { name: 'Nu\u0000l', email: 'anna@example.com' };
  const principal = await open(true).authenticate(request({ [HEADER]: await token(claims) }));
  expect(principal?.user?.name).toBe('anna@example.com');
});

test('an address that the statement calls unverified opens nothing', async () => {
  const claims = { email: 'anna@example.com', email_verified: false };
  const principal = await open(true).authenticate(request({ [HEADER]: await token(claims) }));
  expect(principal?.roleIn('1')).toBeNull();
});

test.each<[string, () => Promise<Record<string, string>>]>([
  ['none', async () => ({})],
  ['plain headers in its place', async () => ({ 'x-user': 'anna', 'x-email': 'anna@example.com' })],
  ['one that is no token', async () => ({ [HEADER]: 'a.b.c' })],
  ['one of another issuer', async () => ({ [HEADER]: await token({ iss: 'https://evil.example' }) })],
  ['one for another audience', async () => ({ [HEADER]: await token({ aud: 'other' }) })],
  ['one that has ended', async () => ({ [HEADER]: await token({ exp: inSeconds(-120) }) })],
  ['one without an end', async () => ({ [HEADER]: await token({}, { end: null }) })],
  ['one that begins later', async () => ({ [HEADER]: await token({ nbf: inSeconds(300) }) })],
  ['one for nobody', async () => ({ [HEADER]: await token({ sub: '' }) })],
  ['one signed by another key', async () => ({ [HEADER]: await token({}, { key: foreignKeys.privateKey }) })],
  [
    'one that nobody has signed',
    async () => {
      const [, payload] = (await token({})).split('.');
      const head = Buffer.from('{"alg":"none","kid":"k"}').toString('base64url');
      return { [HEADER]: `${head}.${payload}.` };
    },
  ],
  [
    'one signed with the public key as a password',
    async () => {
      const secret = new TextEncoder().encode(JSON.stringify(jwks.keys[0]));
      const forged = await new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: 's1', exp: inSeconds(60) })
        .setProtectedHeader({ alg: 'HS256', kid: 'k' })
        .sign(secret);
      return { [HEADER]: forged };
    },
  ],
])('as a statement, %s lets nobody in', async (_, headers) => {
  expect(await open(true).authenticate(request(await headers()))).toBeNull();
});

test('clocks may differ by half a minute', async () => {
  const principal = await open(true).authenticate(
    request({ [HEADER]: await token({ exp: inSeconds(-20) }) }),
  );
  expect(principal?.id).toBe('proxy:s1');
});

test('keys that cannot be had let nobody in, and are warned of once', async () => {
  warn.mockReset();
  const access = open(true, 'http://127.0.0.1:9/keys');
  for (let time = 0; time < 3; time++) {
    const asked = access.authenticate(request({ [HEADER]: await token({}) }));
    await expect(asked).rejects.toThrow(KeysFailing);
    // Whoever brings no statement says nothing of the keys.
    expect(await access.authenticate(request({}))).toBeNull();
  }
  expect(warn).toHaveBeenCalledOnce();
  expect(access.areKeysFailing?.()).toBe(true);
  expect(open(false).areKeysFailing).toBeNull();
});
