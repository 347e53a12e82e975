import type { AccessRules } from '../server/access/access-file.ts';
import { createOidcAccess } from '../server/access/oidc/oidc-access.ts';
import { openAccess } from '../server/access/open.ts';
import { createMemorySessionStore } from '../server/access/sessions/memory-session-store.ts';
import { createSessions, type Sessions } from '../server/access/sessions/sessions.ts';
import { createListener } from './http-app.ts';
import type { SignedInServer } from './http-signed-in.ts';
import { readTickets } from './read-tickets.ts';

const HOUR_MS = 3_600_000;
const HOST = 'loopdesk.example.com';

/** A rule for each person by themselves: the most that there is to look through. */
function rulesFor(people: readonly string[]): AccessRules {
  const grants = people.map((name) => ({
    who: { kind: 'user' as const, name },
    workspaces: ['bench'],
    role: 'member' as const,
  }));
  return { grants, contact: null };
}

function signIn(sessions: Sessions, email: string): Promise<string> {
  const person = { id: `oidc:${email}`, name: email, email, userName: null, groups: ['leads', 'support'] };
  return sessions.begin({ person, subject: email, providerSession: null }, () => null);
}

/** The app twice over the same tickets, where nobody signs in and where everybody has; tells its parent how to ask. */
async function serve(source: string, count: number): Promise<SignedInServer> {
  const listen = createListener(readTickets(source));
  const people = Array.from({ length: count }, (_, index) => `person-${index}@example.com`);
  const sessions = createSessions({
    store: createMemorySessionStore(),
    idleMs: 8 * HOUR_MS,
    longestMs: 24 * HOUR_MS,
    now: Date.now,
    logger: { info: () => undefined, warn: () => undefined },
  });
  const rules = rulesFor(people);
  const access = createOidcAccess(sessions, { current: () => rules });
  return {
    openPort: await listen({ access: openAccess, publicUrl: null }),
    signedInPort: await listen({ access, publicUrl: `https://${HOST}` }),
    host: HOST,
    secrets: await Promise.all(people.map((email) => signIn(sessions, email))),
  };
}

process.send?.(await serve(process.argv[2] ?? '1000', Number(process.argv[3] ?? '500')));
