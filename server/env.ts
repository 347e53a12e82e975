import { readFileSync } from 'node:fs';
import { parseEnv as parseEnvFile } from 'node:util';
import type * as z from 'zod/mini';
import { accessOf } from './env-access.ts';
import { combinationErrors } from './env-errors.ts';
import { CLIENT_SECRET, DATABASE, KEY, readSecretFile } from './env-secrets.ts';
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
  const clientSecretFile = readSecretFile('OIDC_CLIENT_SECRET_FILE', given, readFile, CLIENT_SECRET);
  const errors = [
    ...(parsed.success
      ? []
      : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`)),
    ...keyFile.errors,
    ...databaseFile.errors,
    ...clientSecretFile.errors,
    ...combinationErrors(given),
  ];
  if (!parsed.success || errors.length > 0) return { ok: false, errors };
  const secrets = {
    apiKey: parsed.data.QUESTIONPRO_API_KEY ?? keyFile.secret,
    databaseUrl: parsed.data.DATABASE_URL ?? databaseFile.secret,
    clientSecret: parsed.data.OIDC_CLIENT_SECRET ?? clientSecretFile.secret,
  };
  return { ok: true, env: compose(parsed.data, secrets) };
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

/** Secrets, each out of its variable or out of a file; null for those that are not set. */
interface Secrets {
  readonly apiKey: string | null;
  readonly databaseUrl: string | null;
  readonly clientSecret: string | null;
}

function compose(variables: z.infer<typeof variablesSchema>, { apiKey, databaseUrl, clientSecret }: Secrets) {
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
    store: storeOf(variables.STORE, databaseUrl),
    retentionDays: variables.RETENTION_DAYS,
    eraseAfterDays: variables.ERASE_AFTER_DAYS,
    /** A time of day in the process's zone, like `06:00`; null for never. */
    recordAt: variables.RECORD_AT === 'off' ? null : variables.RECORD_AT,
    access: accessOf(variables, clientSecret),
    /** The path of `PUBLIC_URL`, like `/loopdesk`; empty for none. */
    basePath: new URL(variables.PUBLIC_URL ?? 'http://localhost').pathname.replace(/\/$/, ''),
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
