import { readFileSync } from 'node:fs';
import { parseEnv as parseEnvFile } from 'node:util';
import * as z from 'zod/mini';
import {
  isApiKey,
  isLoopbackHost,
  isTicketUrlTemplate,
  parseBaseUrl,
  parseWorkspaces,
  variable,
  wholeNumber,
} from './env-values.ts';
import { codeOf } from './error-code.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const CALLS_PER_DAY = 2000;

/** The sandbox's calls cost nothing, so a demo that is looked at all day never runs out of them. */
const DEMO_CALLS_PER_DAY = 100_000;

const variablesSchema = z.object({
  QUESTIONPRO_API_KEY: z.optional(
    variable('printable ASCII without spaces', (text) => (isApiKey(text) ? text : undefined)),
  ),
  QUESTIONPRO_API_KEY_FILE: z.optional(z.string()),
  QUESTIONPRO_BASE_URL: z._default(
    variable(
      'an https URL without user, query or fragment; http is taken for localhost, 127.0.0.0/8 and [::1] alone, ' +
        'because to another machine the API key would travel in clear',
      parseBaseUrl,
    ),
    'https://clf-backend.questionpro.com/api/v2',
  ),
  QUESTIONPRO_WORKSPACES: z.optional(
    variable(
      'id or id=Name, separated by commas, each id once and out of letters, digits and . _ ~ -',
      parseWorkspaces,
    ),
  ),
  QUESTIONPRO_PER_PAGE: z._default(wholeNumber(1, 1000), 100),
  QUESTIONPRO_CALLS_PER_MINUTE: z._default(wholeNumber(1, 1_000_000), 240),
  QUESTIONPRO_CALLS_PER_DAY: z.optional(wholeNumber(1, 1_000_000_000)),
  REFRESH_SECONDS: z._default(wholeNumber(5, 86_400), 60),
  DATA_DIR: z._default(z.string(), '.loopdesk'),
  HOST: z._default(
    variable(
      'localhost, ::1 or an address in 127.0.0.0/8: there is no sign-in yet, so anybody who reaches the port ' +
        "could read the customers' complaints",
      (text) => (isLoopbackHost(text) ? text : undefined),
    ),
    '127.0.0.1',
  ),
  PORT: z._default(wholeNumber(0, 65_535), 3000),
  TICKET_URL_TEMPLATE: z.optional(
    variable('an http or https URL that has {id} in it', (text) =>
      isTicketUrlTemplate(text) ? text : undefined,
    ),
  ),
  LOG_LEVEL: z._default(
    variable(`one of ${LOG_LEVELS.join(', ')}`, (text) => LOG_LEVELS.find((level) => level === text)),
    'info',
  ),
});

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
  const keyFile = readKeyFile(given.QUESTIONPRO_API_KEY_FILE, readFile);
  const errors = [
    ...(parsed.success
      ? []
      : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`)),
    ...(keyFile.problem === null ? [] : [keyFile.problem]),
    ...combinationErrors(given),
  ];
  if (!parsed.success || errors.length > 0) return { ok: false, errors };
  return { ok: true, env: compose(parsed.data, keyFile.key) };
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

function compose(variables: z.infer<typeof variablesSchema>, keyFromFile: string | null) {
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
    host: variables.HOST,
    port: variables.PORT,
    ticketUrlTemplate: variables.TICKET_URL_TEMPLATE ?? null,
    logLevel: variables.LOG_LEVEL,
  };
}

/** Errors that no variable has alone. */
function combinationErrors(given: Readonly<Record<string, string>>): string[] {
  const key = given.QUESTIONPRO_API_KEY !== undefined;
  const file = given.QUESTIONPRO_API_KEY_FILE !== undefined;
  const errors: string[] = [];
  if (key && file) errors.push('QUESTIONPRO_API_KEY and QUESTIONPRO_API_KEY_FILE are both set: keep one');
  if ((key || file) && given.QUESTIONPRO_WORKSPACES === undefined) {
    errors.push('QUESTIONPRO_WORKSPACES must be set when there is an API key');
  }
  return errors;
}

function readKeyFile(
  path: string | undefined,
  readFile: (path: string) => string,
): { readonly key: string | null; readonly problem: string | null } {
  if (path === undefined) return { key: null, problem: null };
  const problem = (what: string) => ({ key: null, problem: `QUESTIONPRO_API_KEY_FILE ${what}` });
  try {
    const key = readFile(path).trim();
    if (key === '') return problem('names a file that is empty');
    return isApiKey(key)
      ? { key, problem: null }
      : problem('must hold one key in printable ASCII, without spaces');
  } catch (error) {
    return problem(`names a file that cannot be read (${codeOf(error)})`);
  }
}

function withoutBlanks(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const trimmed = Object.entries(variables).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}

/** The one message about settings that stop the start. */
export function describeErrors(errors: readonly string[]): string {
  const lines = errors.map((error) => `  - ${error}`);
  return [
    'Loopdesk cannot start with these settings:',
    ...lines,
    'See .env.example for all of them.',
    '',
  ].join('\n');
}
