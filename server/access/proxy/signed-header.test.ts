import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test, vi } from 'vitest';
import { fakeSource, serve, snapshotOf } from '../../test/app.ts';
import { listen } from '../../test/sockets.ts';
import { createAccess } from '../create-access.ts';

const ISSUER = 'https://proxy.example.com';
const GRANTS = { grants: [{ who: 'domain:example.com', workspaces: ['w'], role: 'member' }] };

test('by a header that a proxy has signed, the whole product knows who asks, and by nothing else', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' }] });
  const keys = createServer((_request, response) =>
    response.setHeader('content-type', 'application/json').end(jwks),
  );
  const folder = await mkdtemp(join(tmpdir(), 'loopdesk-'));
  const accessFile = join(folder, 'access.json');
  await writeFile(accessFile, JSON.stringify(GRANTS));
  const created = await createAccess(
    {
      kind: 'proxy',
      accessFile,
      trusted: [{ address: '127.0.0.1', prefix: 32, family: 'ipv4' }],
      headers: { user: 'x-user', email: 'x-email', name: 'x-name', groups: 'x-groups' },
      assertion: {
        header: 'x-assertion',
        jwksUrl: `http://127.0.0.1:${await listen(keys)}/keys`,
        issuer: ISSUER,
        audience: 'loopdesk',
      },
      signOutUrl: null,
    },
    { workspaces: ['w'], database: null, retentionDays: 1, logger: { info: vi.fn(), warn: vi.fn() } },
  );
  if (!created.ok) throw new Error(created.errors.join('\n'));
  const server = createServer(
    serve([fakeSource('w', snapshotOf(7, []))], { ...created, publicUrl: 'http://127.0.0.1' }).app,
  );
  const url = `http://127.0.0.1:${await listen(server)}/api`;
  const sign = (audience: string) =>
    new SignJWT({ email: 'anna@example.com', name: 'Anna' })
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setSubject('s1')
      .setExpirationTime('1 minute')
      .sign(privateKey);
  const ask = (path: string, headers: Record<string, string>) => fetch(url + path, { headers });

  const signed = { 'x-assertion': await sign('loopdesk') };
  expect(await (await ask('/me', signed)).json()).toMatchObject({
    user: { name: 'Anna' },
    workspaces: [{ id: 'w', role: 'member' }],
  });
  expect((await ask('/workspaces/w/tickets', signed)).status).toBe(200);
  for (const headers of [
    { 'x-assertion': await sign('another') },
    { 'x-user': 'anna', 'x-email': 'anna@example.com' },
  ]) {
    expect((await ask('/me', headers)).status).toBe(401);
  }
  expect(created.figures?.areKeysFailing?.()).toBe(false);
  created.close();
  for (const one of [server, keys]) {
    one.close();
    one.closeAllConnections();
  }
  await rm(folder, { recursive: true });
});
