import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { listen } from '../../test/sockets.ts';
import { createProvider } from './provider.ts';

let server: Server | null = null;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** A provider that says this of itself, under the address that Loopdesk knows it by. */
async function reachOne(metadata: (issuer: string) => object) {
  let issuer = '';
  server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(metadata(issuer)));
  });
  issuer = `http://127.0.0.1:${await listen(server)}`;
  return createProvider({ issuer, clientId: 'loopdesk', clientSecret: 'a-secret' }, Date.now).current();
}

test('a provider that is the one that is set is reached', async () => {
  const { configuration } = await reachOne((issuer) => ({ issuer, jwks_uri: `${issuer}/keys` }));
  expect(configuration.serverMetadata().jwks_uri).toMatch(/\/keys$/);
});

test.each<[string, (issuer: string) => object]>([
  ['another one', (issuer) => ({ issuer: 'https://id.example.com', jwks_uri: `${issuer}/keys` })],
  ['a tenant of it', (issuer) => ({ issuer: `${issuer}/tenant`, jwks_uri: `${issuer}/keys` })],
  ['one of many', (issuer) => ({ issuer: `${issuer}/{tenantid}`, jwks_uri: `${issuer}/keys` })],
  ['nobody', (issuer) => ({ jwks_uri: `${issuer}/keys` })],
  ['one without keys', (issuer) => ({ issuer })],
])('a provider that says it is %s is not believed', async (_who, metadata) => {
  await expect(reachOne(metadata)).rejects.toThrow(Error);
});
