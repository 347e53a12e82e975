import type { Database } from '../store/database.ts';
import type { Access } from './access.ts';
import type { Audit } from './audit/audit.ts';
import type { AccessFigures } from './figures.ts';
import type { OidcSettings } from './oidc/create-oidc.ts';
import { openAccess } from './open.ts';
import type { AssertionOptions } from './proxy/assertion.ts';
import type { IdentityHeaders } from './proxy/plain-headers.ts';
import type { Sessions } from './sessions/sessions.ts';
import type { SignIn } from './sign-in.ts';
import type { Tokens } from './tokens/tokens.ts';
import type { RulesLog, WatchedRules } from './watched-rules.ts';

/** How people sign in, as the settings say. */
export type AccessSettings =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'proxy';
      readonly accessFile: string;
      readonly trusted: readonly {
        readonly address: string;
        readonly prefix: number;
        readonly family: 'ipv4' | 'ipv6';
      }[];
      readonly headers: IdentityHeaders;
      readonly assertion: AssertionOptions | null;
      readonly signOutUrl: string | null;
    }
  | ({ readonly kind: 'oidc'; readonly accessFile: string } & OidcSettings);

interface CreateAccessOptions {
  /** Ids of the workspaces that there are. */
  readonly workspaces: readonly string[];
  /** The database for what outlives the process; null for none. */
  readonly database: Database | null;
  /** Milliseconds that sessions and tokens are known without asking the database; half a minute when left out. */
  readonly freshMs?: number | undefined;
  /** Days that an entry of the audit log is kept. */
  readonly retentionDays: number;
  readonly logger: RulesLog;
}

export type CreatedAccess =
  | {
      readonly ok: true;
      readonly access: Access;
      /** Null where people sign in elsewhere, or not at all. */
      readonly signIn: SignIn | null;
      /** Null where nobody signs in, or nothing outlives the process. */
      readonly tokens: Tokens | null;
      /** Null where people sign in elsewhere, or not at all. */
      readonly sessions: Sessions | null;
      /** Null where nobody signs in. */
      readonly audit: Audit | null;
      /** Null where nobody signs in. */
      readonly figures: AccessFigures | null;
      close(): void;
    }
  /** Each a sentence that names its variable. */
  | { readonly ok: false; readonly errors: readonly string[] };

/** Makes the access of the settings. What it stands on is loaded only where it is asked for. */
export async function createAccess(
  settings: AccessSettings,
  options: CreateAccessOptions,
): Promise<CreatedAccess> {
  if (settings.kind === 'none') {
    const nothing = { signIn: null, tokens: null, sessions: null, audit: null, figures: null };
    return { ok: true, access: openAccess, ...nothing, close: () => undefined };
  }
  const { openRules } = await import('./watched-rules.ts');
  const { database, logger, workspaces } = options;
  const audit = await openAudit(options);
  const opened = await openRules({
    path: settings.accessFile,
    workspaces,
    logger,
    onChange: ({ grants }, before) => void audit.grants.change(before.grants, grants),
  });
  if (!opened.ok) {
    audit.audit.close();
    return { ok: false, errors: opened.errors.map((error) => `ACCESS_FILE: ${error}`) };
  }
  const { rules } = opened;
  void audit.grants.start(rules.current().grants);
  const { access, areKeysFailing, signIn, sessions, close } = await open(settings, rules, options);
  const tokens = database === null ? null : await openTokens(database, options);
  return {
    ok: true,
    access: tokens === null ? access : tokens.addTo(access, rules),
    signIn: signIn && audit.addTo(signIn),
    tokens: tokens?.tokens ?? null,
    sessions,
    audit: audit.audit,
    figures: { isFileBroken: rules.isBroken, areKeysFailing, sessions: sessions?.figures ?? null },
    close() {
      rules.close();
      audit.audit.close();
      close();
    },
  };
}

async function open(
  settings: Exclude<AccessSettings, { kind: 'none' }>,
  rules: WatchedRules,
  { workspaces, database, freshMs, logger }: CreateAccessOptions,
): Promise<
  Pick<AccessFigures, 'areKeysFailing'> & {
    access: Access;
    signIn: SignIn | null;
    sessions: Sessions | null;
    close(): void;
  }
> {
  if (settings.kind === 'oidc') {
    const { createOidc } = await import('./oidc/create-oidc.ts');
    const created = await createOidc({ settings, rules, workspaces, database, freshMs, logger });
    return { ...created, areKeysFailing: null };
  }
  const { createProxyAccess } = await import('./proxy/proxy-access.ts');
  const access = createProxyAccess({ ...settings, rules, logger });
  const { areKeysFailing } = access;
  return { access, areKeysFailing, signIn: null, sessions: null, close: () => undefined };
}

async function openTokens(database: Database, { freshMs, logger }: CreateAccessOptions) {
  const [{ createTokenStore }, { createTokens }, { withTokens }] = await Promise.all([
    import('./tokens/token-store.ts'),
    import('./tokens/tokens.ts'),
    import('./tokens/token-access.ts'),
  ]);
  const tokens = createTokens({ store: createTokenStore(database), freshMs, now: Date.now, logger });
  return {
    tokens,
    addTo: (access: Access, rules: WatchedRules) => withTokens(access, tokens, rules),
  };
}

async function openAudit({ database, retentionDays, logger }: CreateAccessOptions) {
  const [
    { createMemoryAuditStore, createSqlAuditStore },
    { createAudit },
    { auditedSignIn },
    { createGrantChanges },
  ] = await Promise.all([
    import('./audit/audit-store.ts'),
    import('./audit/audit.ts'),
    import('./audit/audited-sign-in.ts'),
    import('./audit/grant-changes.ts'),
  ]);
  const store = database === null ? createMemoryAuditStore() : createSqlAuditStore(database);
  const audit = createAudit({ store, retentionDays, now: Date.now, logger });
  const grants = createGrantChanges({ database, audit, logger });
  return { audit, grants, addTo: (signIn: SignIn) => auditedSignIn(signIn, audit) };
}
