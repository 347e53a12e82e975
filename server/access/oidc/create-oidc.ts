import type { Database } from '../../store/database.ts';
import type { Access } from '../access.ts';
import { askGroups, roleIn } from '../grants.ts';
import { createMemorySessionStore } from '../sessions/memory-session-store.ts';
import { createSessions, type Sessions } from '../sessions/sessions.ts';
import { createSqlSessionStore } from '../sessions/sql-session-store.ts';
import type { SignIn } from '../sign-in.ts';
import type { WatchedRules } from '../watched-rules.ts';
import { createOidcAccess } from './oidc-access.ts';
import { createOidcSignIn, type OidcSignInOptions, type SignInLog } from './oidc-sign-in.ts';

/** Sign-in by OpenID Connect, as the settings say. */
export interface OidcSettings
  extends Pick<
    OidcSignInOptions,
    'issuer' | 'clientId' | 'clientSecret' | 'scopes' | 'groupsClaim' | 'emailTrusted' | 'publicUrl'
  > {
  readonly idleHours: number;
  readonly sessionHours: number;
}

interface OidcParts {
  readonly settings: OidcSettings;
  readonly rules: Pick<WatchedRules, 'current'>;
  readonly workspaces: readonly string[];
  /** The database that sessions are in; null to have them end with the process. */
  readonly database: Database | null;
  /** Milliseconds that a session is known without asking the database; half a minute when left out. */
  readonly freshMs?: number | undefined;
  readonly logger: SignInLog;
  /** The time in epoch milliseconds; the clock's when left out. */
  readonly now?: () => number;
}

const HOUR_MS = 3_600_000;

/** Puts together what OpenID Connect needs. Nothing of it speaks to the provider before somebody signs in. */
export function createOidc(parts: OidcParts): {
  access: Access;
  signIn: SignIn;
  sessions: Sessions;
  close(): void;
} {
  const { settings, rules, workspaces, database, freshMs, logger, now = Date.now } = parts;
  const sessions = createSessions({
    store: database === null ? createMemorySessionStore() : createSqlSessionStore(database, settings.issuer),
    idleMs: settings.idleHours * HOUR_MS,
    longestMs: settings.sessionHours * HOUR_MS,
    freshMs,
    now,
    logger,
  });
  const signIn = createOidcSignIn({
    ...settings,
    sessionSeconds: settings.sessionHours * 3_600,
    sessions,
    hasRole: (person) => workspaces.some((id) => roleIn(rules.current().grants, person, id) !== null),
    asksGroups: () => askGroups(rules.current().grants),
    now,
    logger,
  });
  return { access: createOidcAccess(sessions, rules), signIn, sessions, close: sessions.close };
}
