import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import type { SignInFailure } from '../sign-in.ts';

/** The kind of failure that an error of the client library is. */
export function failureOf(error: unknown): SignInFailure {
  // The provider's own words, by way of the browser.
  if (error instanceof AuthorizationResponseError) {
    return error.error === 'temporarily_unavailable' || error.error === 'server_error'
      ? 'provider-away'
      : 'refused';
  }
  if (error instanceof ResponseBodyError) {
    if (error.status >= 500) return 'provider-away';
    return error.error === 'invalid_grant' ? 'stale' : 'invalid';
  }
  return isAway(error) ? 'provider-away' : 'invalid';
}

/** Whether no answer came, or one that a server gives which is out of order. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof TypeError && error.message === 'fetch failed') return true;
  if ('code' in error && error.code === 'OAUTH_TIMEOUT') return true;
  return error.cause instanceof Response && error.cause.status >= 500;
}

/** The short code of an error, for the log; those that others have written are cut down to what codes look like. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const facts = error as Error & { readonly error?: unknown; readonly code?: unknown };
  const reason = String(facts.error ?? facts.code ?? error.name);
  return /^\w{1,60}$/.test(reason) ? reason : 'unknown';
}
