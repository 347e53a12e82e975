import { isLoopbackHost } from './env-values.ts';

/** Errors that no variable has alone, each a sentence that holds no value. */
export function combinationErrors(given: Readonly<Record<string, string>>): string[] {
  return [...sourceErrors(given), ...accessErrors(given)];
}

function sourceErrors(given: Readonly<Record<string, string>>): string[] {
  const has = (name: string) => given[name] !== undefined;
  const database = has('DATABASE_URL') || has('DATABASE_URL_FILE');
  const errors: string[] = [];
  for (const name of ['QUESTIONPRO_API_KEY', 'DATABASE_URL', 'OIDC_CLIENT_SECRET']) {
    if (has(name) && has(`${name}_FILE`)) errors.push(`${name} and ${name}_FILE are both set: keep one`);
  }
  if ((has('QUESTIONPRO_API_KEY') || has('QUESTIONPRO_API_KEY_FILE')) && !has('QUESTIONPRO_WORKSPACES')) {
    errors.push('QUESTIONPRO_WORKSPACES must be set when there is an API key');
  }
  if (given.STORE === 'postgres' && !database) errors.push('DATABASE_URL must be set when STORE is postgres');
  if ((given.STORE === 'embedded' || given.STORE === 'memory') && database) {
    errors.push(`DATABASE_URL must not be set when STORE is ${given.STORE}: keep one`);
  }
  return [...errors, ...mailErrors(has)];
}

function mailErrors(has: (name: string) => boolean): string[] {
  if (!has('MAIL_URL')) return has('MAIL_FROM') ? ['MAIL_URL must be set when MAIL_FROM is'] : [];
  const missing = ['MAIL_FROM', 'PUBLIC_URL'].filter((name) => !has(name));
  return missing.map((name) => `${name} must be set when MAIL_URL is`);
}

/** The variables that each way to sign in needs; those of a proxy's signed assertion all together. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  proxy: ['PUBLIC_URL', 'ACCESS_FILE', 'PROXY_TRUSTED'],
  oidc: ['PUBLIC_URL', 'ACCESS_FILE', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
};
const ASSERTION = ['PROXY_JWT_HEADER', 'PROXY_JWKS_URL', 'PROXY_JWT_ISSUER', 'PROXY_JWT_AUDIENCE'];

function accessErrors(given: Readonly<Record<string, string>>): string[] {
  const has = (name: string) => given[name] !== undefined || given[`${name}_FILE`] !== undefined;
  const access = given.ACCESS ?? 'none';
  if (access === 'none') {
    if (isLoopbackHost(given.HOST ?? 'localhost')) return [];
    return [
      'HOST must be localhost, ::1 or an address in 127.0.0.0/8 while ACCESS is none: anybody who reaches the port ' +
        "could read the customers' complaints",
    ];
  }
  const errors = (NEEDS[access] ?? [])
    .filter((name) => !has(name))
    .map((name) => `${name} must be set when ACCESS is ${access}`);
  const missing = ASSERTION.filter((name) => !has(name));
  if (missing.length > 0 && missing.length < ASSERTION.length) {
    errors.push(`${missing.join(', ')} must be set too: a signed assertion needs ${ASSERTION.join(', ')}`);
  }
  return errors;
}

/** The one message about settings that stop the start. */
export function describeErrors(errors: readonly string[]): string {
  const lines = errors.map((error) => `  - ${error}`);
  return [
    'Loopdesk cannot start with these settings:',
    ...lines,
    'See .env.example for all of them, and docs/access.md for the file of grants.',
    '',
  ].join('\n');
}
