import * as z from 'zod/mini';
import { isTimeOfDay } from '../contract/index.ts';
import {
  claimName,
  headerName,
  isHost,
  isSignOutUrl,
  parseIssuer,
  parseNetworks,
  parseScopes,
} from './env-access-values.ts';
import {
  isApiKey,
  isDatabaseUrl,
  isMailSender,
  isMailUrl,
  isTicketUrlTemplate,
  parseBaseUrl,
  parsePublicUrl,
  parseWorkspaces,
  variable,
  wholeNumber,
} from './env-values.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const ACCESSES = ['none', 'oidc', 'proxy'] as const;
const STORES = ['embedded', 'postgres', 'memory'] as const;

/** The variables that are read, each by itself. */
export const variablesSchema = z.object({
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
  STORE: z.optional(
    variable(`one of ${STORES.join(', ')}`, (text) => STORES.find((store) => store === text)),
  ),
  DATABASE_URL: z.optional(
    variable('a postgres or postgresql URL of a server and a database', (text) =>
      isDatabaseUrl(text) ? text : undefined,
    ),
  ),
  DATABASE_URL_FILE: z.optional(z.string()),
  RETENTION_DAYS: z._default(wholeNumber(1, 3650), 400),
  ERASE_AFTER_DAYS: z._default(wholeNumber(0, 3650), 30),
  RECORD_AT: z._default(
    variable('a time of day like 06:00, or off', (text) =>
      text === 'off' || isTimeOfDay(text) ? text : undefined,
    ),
    '06:00',
  ),
  HOST: z._default(
    variable('a name or an address of this machine', (text) => (isHost(text) ? text : undefined)),
    '127.0.0.1',
  ),
  PORT: z._default(wholeNumber(0, 65_535), 3000),
  TICKET_URL_TEMPLATE: z.optional(
    variable('an http or https URL that has {id} in it', (text) =>
      isTicketUrlTemplate(text) ? text : undefined,
    ),
  ),
  ACCESS: z._default(
    variable(`one of ${ACCESSES.join(', ')}`, (text) => ACCESSES.find((access) => access === text)),
    'none',
  ),
  PUBLIC_URL: z.optional(
    variable(
      'an https URL without user, query or fragment, its path out of letters, digits and . _ ~ - and none of Loopdesk’s ' +
        'own (/access, /api, /assets, /auth, /healthz, /metrics, /readyz, /w); http is taken for localhost, 127.0.0.0/8 and [::1] alone',
      parsePublicUrl,
    ),
  ),
  MAIL_URL: z.optional(
    variable('an smtp or smtps URL of a mail server, without path or query', (text) =>
      isMailUrl(text) ? text : undefined,
    ),
  ),
  MAIL_FROM: z.optional(
    variable('one e-mail address, or a name and one in angle brackets', (text) =>
      isMailSender(text) ? text : undefined,
    ),
  ),
  ACCESS_FILE: z.optional(z.string()),
  PROXY_TRUSTED: z.optional(
    variable('addresses or ranges like 10.0.0.0/8, separated by commas', parseNetworks),
  ),
  PROXY_USER_HEADER: z._default(headerName(), 'x-forwarded-user'),
  PROXY_EMAIL_HEADER: z._default(headerName(), 'x-forwarded-email'),
  PROXY_NAME_HEADER: z._default(headerName(), 'x-forwarded-preferred-username'),
  PROXY_GROUPS_HEADER: z._default(headerName(), 'x-forwarded-groups'),
  PROXY_SIGN_OUT_URL: z.optional(
    variable('an http or https URL, or a path', (text) => (isSignOutUrl(text) ? text : undefined)),
  ),
  PROXY_JWT_HEADER: z.optional(headerName()),
  PROXY_JWKS_URL: z.optional(
    variable('an https URL; http is taken for this machine alone', (text) => parseBaseUrl(text)),
  ),
  PROXY_JWT_ISSUER: z.optional(z.string()),
  PROXY_JWT_AUDIENCE: z.optional(z.string()),
  OIDC_ISSUER: z.optional(
    variable(
      'an https URL without user, query or fragment; http is taken for this machine alone',
      parseIssuer,
    ),
  ),
  OIDC_CLIENT_ID: z.optional(z.string()),
  OIDC_CLIENT_SECRET: z.optional(
    variable('printable ASCII without spaces', (text) => (isApiKey(text) ? text : undefined)),
  ),
  OIDC_CLIENT_SECRET_FILE: z.optional(z.string()),
  OIDC_SCOPES: z._default(
    variable('scopes separated by blanks, openid among them', parseScopes),
    'openid email profile',
  ),
  OIDC_GROUPS_CLAIM: z._default(claimName(), 'groups'),
  OIDC_EMAIL_TRUSTED: z._default(
    variable('true or false', (text) =>
      text === 'true' || text === 'false' ? (text as 'true' | 'false') : undefined,
    ),
    'false',
  ),
  SESSION_IDLE_HOURS: z._default(wholeNumber(1, 720), 8),
  SESSION_HOURS: z._default(wholeNumber(1, 720), 24),
  METRICS_TOKEN: z.optional(
    variable('at least 16 characters of printable ASCII, without spaces', (text) =>
      isApiKey(text) && text.length >= 16 ? text : undefined,
    ),
  ),
  LOG_LEVEL: z._default(
    variable(`one of ${LOG_LEVELS.join(', ')}`, (text) => LOG_LEVELS.find((level) => level === text)),
    'info',
  ),
});
