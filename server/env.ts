import { readFileSync } from 'node:fs';
import { parseEnv as parseEnvFile } from 'node:util';
import type * as z from 'zod/mini';
import { combinationErrors } from './env-errors.ts';
import { DATABASE, KEY, readSecretFile } from './env-secrets.ts';
import { needsTls } from './env-values.ts';
import { variablesSchema } from './env-variables.ts';
import { codeOf } from './error-code.ts';

const CALLS_PER_DAY = 2000;

/** The sandbox's calls cost nothing, so a demo that is looked at all day never runs out of them. */
const DEMO_CALLS_PER_DAY = 100_000;

/** Everything that can be set from outside, checked and typed. */
export type Env = ReturnType<typeof compose>;

export type EnvResult =
  | { readonly ok: true; readonly env: Env }
  /** Each error is a sentence that names its variable and holds no value. */
  | { readonly ok: false; readonly errors: readonly string[] };

/**
 * Reads the settings out of variables; an empty one counts as unset. Does no I/O but through `readFile`,
 * which answers a file's text or throws.
 */
export function parseEnv(
  variables: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): EnvResult {
  const given = withoutBlanks(variables);
  const parsed = variablesSchema.safeParse(given);
  const keyFile = readSecretFile('QUESTIONPRO_API_KEY_FILE', given, readFile, KEY);
  const databaseFile = readSecretFile('DATABASE_URL_FILE', given, readFile, DATABASE);
  const errors = [
    ...(parsed.success
      ? []
      : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`)),
    ...keyFile.errors,
    ...databaseFile.errors,
    ...combinationErrors(given),
  ];
  if (!parsed.success || errors.length > 0) return { ok: false, errors };
  return { ok: true, env: compose(parsed.data, keyFile.secret, databaseFile.secret) };
}

/** Reads the settings of this process: its environment, and `.env` in the working directory for the rest. */
export function readEnv(): EnvResult {
  const readFile = (path: string) => readFileSync(path, 'utf8');
  let file: Readonly<Record<string, string | undefined>>;
  try {
    file = parseEnvFile(readFile('.env').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT')
      return { ok: false, errors: [`.env could not be read (${codeOf(error)})`] };
    file = {};
  }
  return parseEnv({ ...file, ...withoutBlanks(process.env) }, readFile);
}

function compose(
  variables: z.infer<typeof variablesSchema>,
  keyFromFile: string | null,
  databaseFromFile: string | null,
) {
  const apiKey = variables.QUESTIONPRO_API_KEY ?? keyFromFile;
  const workspaces = variables.QUESTIONPRO_WORKSPACES ?? [];
  return {
    /** Null for the demo: without a key the built-in sandbox takes QuestionPro's place. */
    live: apiKey === null ? null : { apiKey, baseUrl: variables.QUESTIONPRO_BASE_URL, workspaces },
    /** Whether workspaces are set that the demo does not show. */
    workspacesWithoutKey: apiKey === null && workspaces.length > 0,
    perPage: variables.QUESTIONPRO_PER_PAGE,
    callsPerMinute: variables.QUESTIONPRO_CALLS_PER_MINUTE,
    callsPerDay:
      variables.QUESTIONPRO_CALLS_PER_DAY ?? (apiKey === null ? DEMO_CALLS_PER_DAY : CALLS_PER_DAY),
    refreshMs: variables.REFRESH_SECONDS * 1000,
    dataDir: variables.DATA_DIR,
    store: storeOf(variables.STORE, variables.DATABASE_URL ?? databaseFromFile),
    retentionDays: variables.RETENTION_DAYS,
    eraseAfterDays: variables.ERASE_AFTER_DAYS,
    /** A time of day in the process's zone, like `06:00`; null for never. */
    recordAt: variables.RECORD_AT === 'off' ? null : variables.RECORD_AT,
    access: accessOf(variables),
    metricsToken: variables.METRICS_TOKEN ?? null,
    host: variables.HOST,
    port: variables.PORT,
    ticketUrlTemplate: variables.TICKET_URL_TEMPLATE ?? null,
    mail: mailOf(variables),
    logLevel: variables.LOG_LEVEL,
  };
}

/** The way of reports by mail; null for none. */
function mailOf({ MAIL_URL, MAIL_FROM, PUBLIC_URL }: z.infer<typeof variablesSchema>) {
  if (MAIL_URL === undefined || MAIL_FROM === undefined || PUBLIC_URL === undefined) return null;
  return { url: MAIL_URL, from: MAIL_FROM, needsTls: needsTls(MAIL_URL), publicUrl: PUBLIC_URL };
}

/** How people sign in, and what that needs; `combinationErrors` has seen to it that all is there. */
function accessOf(variables: z.infer<typeof variablesSchema>) {
  if (variables.ACCESS === 'none') return { kind: 'none' } as const;
  return {
    kind: variables.ACCESS,
    publicUrl: variables.PUBLIC_URL ?? '',
    accessFile: variables.ACCESS_FILE ?? '',
    trusted: variables.PROXY_TRUSTED ?? [],
    signOutUrl: variables.PROXY_SIGN_OUT_URL ?? null,
    headers: {
      user: variables.PROXY_USER_HEADER,
      email: variables.PROXY_EMAIL_HEADER,
      name: variables.PROXY_NAME_HEADER,
      groups: variables.PROXY_GROUPS_HEADER,
    },
    assertion: assertionOf(variables),
  } as const;
}

function assertionOf(variables: z.infer<typeof variablesSchema>) {
  const { PROXY_JWT_HEADER, PROXY_JWKS_URL, PROXY_JWT_ISSUER, PROXY_JWT_AUDIENCE } = variables;
  if (PROXY_JWT_HEADER === undefined) return null;
  return {
    header: PROXY_JWT_HEADER,
    jwksUrl: PROXY_JWKS_URL ?? '',
    issuer: PROXY_JWT_ISSUER ?? '',
    audience: PROXY_JWT_AUDIENCE ?? '',
  };
}

/** The store, and what it needs. A database that is named is meant, unless another store is. */
function storeOf(kind: 'embedded' | 'postgres' | 'memory' | undefined, databaseUrl: string | null) {
  const chosen = kind ?? (databaseUrl === null ? 'embedded' : 'postgres');
  return chosen === 'postgres'
    ? ({ kind: 'postgres', databaseUrl: databaseUrl ?? '' } as const)
    : ({ kind: chosen } as const);
}

function withoutBlanks(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const trimmed = Object.entries(variables).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}
