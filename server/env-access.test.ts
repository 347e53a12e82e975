import { expect, test } from 'vitest';
import { parseEnv } from './env.ts';

const PROXY = {
  ACCESS: 'proxy',
  PUBLIC_URL: 'https://desk.example.com',
  ACCESS_FILE: '/etc/loopdesk/access.json',
  PROXY_TRUSTED: '10.0.0.0/8, ::1',
};

const read = (variables: Record<string, string>) => parseEnv(variables, () => '');

function accessOf(variables: Record<string, string>) {
  const result = read(variables);
  if (!result.ok) throw new Error(result.errors.join('\n'));
  return result.env.access;
}

function errorsOf(variables: Record<string, string>): readonly string[] {
  const result = read(variables);
  return result.ok ? [] : result.errors;
}

test('a proxy is trusted by its networks, and its headers have the usual names', () => {
  expect(accessOf(PROXY)).toEqual({
    kind: 'proxy',
    publicUrl: 'https://desk.example.com',
    accessFile: '/etc/loopdesk/access.json',
    trusted: [
      { address: '10.0.0.0', prefix: 8, family: 'ipv4' },
      { address: '::1', prefix: 128, family: 'ipv6' },
    ],
    headers: {
      user: 'x-forwarded-user',
      email: 'x-forwarded-email',
      name: 'x-forwarded-preferred-username',
      groups: 'x-forwarded-groups',
    },
    assertion: null,
    signOutUrl: null,
  });
});

test('a signed statement takes all its four settings', () => {
  const assertion = {
    PROXY_JWT_HEADER: 'Cf-Access-Jwt-Assertion',
    PROXY_JWKS_URL: 'https://team.example.com/certs',
    PROXY_JWT_ISSUER: 'https://team.example.com',
    PROXY_JWT_AUDIENCE: 'a1b2',
  };
  expect(accessOf({ ...PROXY, ...assertion })).toMatchObject({
    assertion: {
      header: 'cf-access-jwt-assertion',
      jwksUrl: 'https://team.example.com/certs',
      issuer: 'https://team.example.com',
      audience: 'a1b2',
    },
  });
  expect(errorsOf({ ...PROXY, PROXY_JWT_HEADER: 'x-a', PROXY_JWT_ISSUER: 'x' })).toEqual([
    expect.stringMatching(/^PROXY_JWKS_URL, PROXY_JWT_AUDIENCE must be set too/),
  ]);
});

test('with a proxy it may listen anywhere', () => {
  for (const HOST of ['0.0.0.0', '::', '10.0.0.4', 'loopdesk.internal']) {
    expect(errorsOf({ ...PROXY, HOST })).toEqual([]);
  }
});

test('what a proxy needs is asked for', () => {
  expect(errorsOf({ ACCESS: 'proxy' })).toEqual([
    'PUBLIC_URL must be set when ACCESS is proxy',
    'ACCESS_FILE must be set when ACCESS is proxy',
    'PROXY_TRUSTED must be set when ACCESS is proxy',
  ]);
});

const OIDC = {
  ACCESS: 'oidc',
  PUBLIC_URL: 'https://desk.example.com',
  ACCESS_FILE: '/etc/loopdesk/access.json',
  OIDC_ISSUER: 'https://id.example.com/',
  OIDC_CLIENT_ID: 'loopdesk',
  OIDC_CLIENT_SECRET: 's3cret',
};

test('an identity provider takes its name, to the letter, and what Loopdesk is there', () => {
  expect(accessOf(OIDC)).toEqual({
    kind: 'oidc',
    publicUrl: 'https://desk.example.com',
    accessFile: '/etc/loopdesk/access.json',
    trusted: [],
    issuer: 'https://id.example.com/',
    clientId: 'loopdesk',
    clientSecret: 's3cret',
    scopes: 'openid email profile',
    groupsClaim: 'groups',
    emailTrusted: false,
    idleHours: 8,
    sessionHours: 24,
  });
  expect(errorsOf({ ...OIDC, HOST: '0.0.0.0', OIDC_ISSUER: 'http://127.0.0.1:9' })).toEqual([]);
  expect(accessOf({ ...OIDC, PROXY_TRUSTED: '10.0.0.1' })).toMatchObject({
    trusted: [{ address: '10.0.0.1', prefix: 32 }],
  });
});

test('the secret may stand in a file', () => {
  const { OIDC_CLIENT_SECRET: _, ...rest } = OIDC;
  const result = parseEnv({ ...rest, OIDC_CLIENT_SECRET_FILE: '/run/secret' }, () => 'of-a-file\n');
  expect(result).toMatchObject({ ok: true, env: { access: { clientSecret: 'of-a-file' } } });
  expect(errorsOf({ ...OIDC, OIDC_CLIENT_SECRET_FILE: '/run/secret' })).toContain(
    'OIDC_CLIENT_SECRET and OIDC_CLIENT_SECRET_FILE are both set: keep one',
  );
});

test('what an identity provider needs is asked for', () => {
  expect(errorsOf({ ACCESS: 'oidc' })).toEqual(
    ['PUBLIC_URL', 'ACCESS_FILE', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'].map(
      (name) => `${name} must be set when ACCESS is oidc`,
    ),
  );
});

test.each([
  ['OIDC_ISSUER', 'http://id.example.com'],
  ['OIDC_ISSUER', 'https://id.example.com?x'],
  ['OIDC_CLIENT_SECRET', 'two words'],
  ['OIDC_SCOPES', 'email profile'],
  ['OIDC_GROUPS_CLAIM', 'my groups'],
  ['OIDC_EMAIL_TRUSTED', 'yes'],
  ['SESSION_IDLE_HOURS', 'forever'],
  ['SESSION_HOURS', '1.5'],
])('%s may not be %s', (name, value) => {
  const errors = errorsOf({ ...OIDC, [name]: value });
  expect(errors).toEqual([expect.stringMatching(new RegExp(`^${name} must be`))]);
  expect(errors[0]).not.toContain(value);
});

test.each([
  'http://desk.example.com',
  'https://desk.example.com/api/',
  'https://desk.example.com/x/../w/desk',
  'https://desk.example.com//desk',
  'https://desk.example.com/d%C3%A9sk',
  'https://desk.example.com/"desk',
  'https://user@desk.example.com',
  'https://desk.example.com?x',
  'desk.example.com',
])('%s is no public URL', (PUBLIC_URL) => {
  expect(errorsOf({ ...PROXY, PUBLIC_URL })).toEqual([expect.stringMatching(/^PUBLIC_URL must be/)]);
});

test.each(['http://127.0.0.1:8080', 'http://localhost', 'http://[::1]:3000', 'https://Desk.Example.com/'])(
  '%s is a public URL',
  (PUBLIC_URL) => {
    expect(accessOf({ ...PROXY, PUBLIC_URL })).toMatchObject({ publicUrl: new URL(PUBLIC_URL).origin });
  },
);

test.each([
  ['https://desk.example.com/loopdesk/', '/loopdesk'],
  ['https://desk.example.com/tools/loop-desk', '/tools/loop-desk'],
  ['https://desk.example.com/apis', '/apis'],
  ['https://desk.example.com', ''],
])('%s has a path of its own', (PUBLIC_URL, basePath) => {
  const result = parseEnv({ ...PROXY, PUBLIC_URL }, () => '');
  const publicUrl = `https://desk.example.com${basePath}`;
  expect(result).toMatchObject({ ok: true, env: { basePath, access: { publicUrl } } });
});

test.each(['10.0.0.0/33', '10.0.0/8', 'proxy.internal', '::1/129', '10.0.0.1,', '10.0.0.1/8/8'])(
  '%s are no networks',
  (PROXY_TRUSTED) => {
    expect(errorsOf({ ...PROXY, PROXY_TRUSTED })).toEqual([expect.stringMatching(/^PROXY_TRUSTED must be/)]);
  },
);

test.each([
  ['PROXY_USER_HEADER', 'X User'],
  ['PROXY_SIGN_OUT_URL', 'javascript:alert(1)'],
  ['PROXY_SIGN_OUT_URL', '//evil.example'],
  ['METRICS_TOKEN', 'short'],
])('%s may not be %s, which the message does not repeat', (name, value) => {
  const errors = errorsOf({ ...PROXY, [name]: value });
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(new RegExp(`^${name} must be`));
  expect(errors[0]).not.toContain(value);
});
