import type { QueryClient } from '@tanstack/react-query';
import { cleanup } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach } from 'vitest';
import type { ApiToken, AuditLogEntry, Me, Role } from '../../../contract/index.ts';
import { setStorageOwner } from '../../storage/owner.ts';
import { fakeNetwork } from '../../test/fake-network.ts';
import { type FakeServer, fakeServer, handlers, ticket } from '../../test/fake-server.ts';
import { showApp } from '../../test/show-app.tsx';

/** Sets the app up over a server that knows its reader, for the tests of a file. */
export function accessPages() {
  const network = fakeNetwork();
  /** Requests of a test: method and address. */
  const asked: string[] = [];
  let server: FakeServer;
  let client: QueryClient;

  beforeEach(() => {
    server = fakeServer([ticket(1)]);
    network.use(...handlers(server));
    asked.length = 0;
    network.events.on('request:start', ({ request }) => {
      const { pathname, search } = new URL(request.url);
      asked.push(`${request.method} ${pathname}${search}`);
    });
  });

  afterEach(() => {
    cleanup();
    client.clear();
    network.events.removeAllListeners();
    setStorageOwner(null);
    localStorage.clear();
    delete document.documentElement.dataset.base;
  });

  /** Signs the reader in; with null for a role they may see no workspace. */
  function signIn(role: Role | null, access: Me['access'] = 'oidc'): void {
    if (role === null) {
      network.use(http.get('*/api/workspaces', () => HttpResponse.json({ mode: 'live', workspaces: [] })));
    }
    server.me = {
      access,
      user: { id: 'anna', name: 'Anna', email: 'anna@example.com' },
      workspaces: role === null ? [] : [{ id: '1', name: 'North', role }],
      signOutUrl: '/auth/sign-out',
      groupsLeftOut: false,
      contact: 'Carla',
    };
  }

  function show(address: string): void {
    history.replaceState(null, '', address);
    client = showApp();
  }

  /** The server's tokens, which the test's requests change. */
  function serveTokens(...first: readonly ApiToken[]): void {
    let tokens = [...first];
    network.use(
      http.get('*/api/tokens', () => HttpResponse.json({ tokens })),
      http.post('*/api/tokens', async ({ request }) => {
        const body = (await request.json()) as Pick<ApiToken, 'name' | 'role' | 'expiresAt'>;
        const made = token('new', body);
        tokens = [made, ...tokens];
        return HttpResponse.json({ ...made, token: 'loopdesk_secret' }, { status: 201 });
      }),
      http.delete('*/api/tokens/:id', ({ params }) => {
        tokens = tokens.filter(({ id }) => id !== params.id);
        return new HttpResponse(null, { status: 204 });
      }),
    );
  }

  function serveAudit(...entries: readonly AuditLogEntry[]): void {
    network.use(
      http.get('*/api/audit', ({ request }) => {
        const isOlder = new URL(request.url).searchParams.has('before');
        return HttpResponse.json(
          isOlder ? { entries: [entry('sign-out')], next: null } : { entries, next: '7' },
        );
      }),
    );
  }

  return { network, asked, signIn, show, serveTokens, serveAudit };
}

/** A token of the reader. */
export function token(id: string, parts: Partial<ApiToken> = {}): ApiToken {
  return {
    id,
    name: `Token ${id}`,
    role: 'viewer',
    person: { id: 'anna', name: 'Anna' },
    createdAt: '2026-02-01T12:00:00Z',
    expiresAt: '2099-02-01T12:00:00Z',
    usedAt: null,
    ...parts,
  };
}

/** An entry of the audit log. */
export function entry(action: AuditLogEntry['action'], parts: Partial<AuditLogEntry> = {}): AuditLogEntry {
  const who = { id: 'oidc:anna', name: 'anna@example.com' };
  return { at: '2026-02-01T12:00:00Z', who, action, workspace: null, detail: {}, ...parts };
}
