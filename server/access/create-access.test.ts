import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../store/database.ts';
import { type AccessSettings, createAccess } from './create-access.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loopdesk-access-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function oidc(): AccessSettings {
  const accessFile = join(folder, 'access.json');
  writeFileSync(
    accessFile,
    JSON.stringify({ grants: [{ who: 'user:anna', workspaces: '*', role: 'admin' }] }),
  );
  return {
    kind: 'oidc',
    accessFile,
    // Nobody answers there: nobody is asked at the start.
    issuer: 'http://127.0.0.1:9',
    clientId: 'loopdesk',
    clientSecret: 'a-secret-of-the-client-and-us',
    scopes: 'openid',
    groupsClaim: 'groups',
    emailTrusted: false,
    publicUrl: 'http://127.0.0.1:3000',
    idleHours: 8,
    sessionHours: 24,
  };
}

async function create(settings: AccessSettings, database: Database | null) {
  const logger = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const created = await createAccess(settings, { workspaces: ['w'], database, retentionDays: 30, logger });
  if (!created.ok) expect.unreachable(created.errors.join());
  created.close();
  return created;
}

test('the start waits for no store that is still being opened, and for no provider', async () => {
  const opening = () => new Promise<never>(() => {});
  const database: Database = { query: opening, transaction: opening, close: async () => undefined };
  const { access, signIn, tokens, audit } = await create(oidc(), database);
  expect(access.kind).toBe('oidc');
  for (const part of [signIn, tokens, audit]) expect(part).not.toBeNull();
});

test('where nothing outlives the process there are no API tokens', async () => {
  const { signIn, tokens, audit } = await create(oidc(), null);
  expect([signIn, audit]).not.toContain(null);
  expect(tokens).toBeNull();
});
