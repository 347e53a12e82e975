import type * as z from 'zod/mini';
import type { variablesSchema } from './env-variables.ts';

type Variables = z.infer<typeof variablesSchema>;

/** How people sign in, and what that needs; `combinationErrors` has seen to it that all is there. */
export function accessOf(variables: Variables, clientSecret: string | null) {
  if (variables.ACCESS === 'none') return { kind: 'none' } as const;
  const common = {
    publicUrl: variables.PUBLIC_URL ?? '',
    accessFile: variables.ACCESS_FILE ?? '',
    trusted: variables.PROXY_TRUSTED ?? [],
  };
  if (variables.ACCESS === 'oidc') {
    return {
      kind: variables.ACCESS,
      ...common,
      issuer: variables.OIDC_ISSUER ?? '',
      clientId: variables.OIDC_CLIENT_ID ?? '',
      clientSecret: clientSecret ?? '',
      scopes: variables.OIDC_SCOPES,
      groupsClaim: variables.OIDC_GROUPS_CLAIM,
      emailTrusted: variables.OIDC_EMAIL_TRUSTED === 'true',
      idleHours: variables.SESSION_IDLE_HOURS,
      sessionHours: variables.SESSION_HOURS,
    } as const;
  }
  return {
    kind: variables.ACCESS,
    ...common,
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

function assertionOf(variables: Variables) {
  const { PROXY_JWT_HEADER, PROXY_JWKS_URL, PROXY_JWT_ISSUER, PROXY_JWT_AUDIENCE } = variables;
  if (PROXY_JWT_HEADER === undefined) return null;
  return {
    header: PROXY_JWT_HEADER,
    jwksUrl: PROXY_JWKS_URL ?? '',
    issuer: PROXY_JWT_ISSUER ?? '',
    audience: PROXY_JWT_AUDIENCE ?? '',
  };
}
