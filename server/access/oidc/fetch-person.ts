import { authorizationCodeGrant, fetchUserInfo } from 'openid-client';
import type { Attempt } from './attempts.ts';
import { type ClaimsOptions, needsUserInfo, type ReadClaims, readClaims } from './claims.ts';
import type { Provider } from './provider.ts';

/** A person as the provider vouches for them. */
export interface FetchedPerson extends ReadClaims {
  readonly subject: string;
  /** The provider's own name for this sign-in; null where it gives none. */
  readonly providerSession: string | null;
  /** The token that lasts longest, which is given back when the session ends. */
  readonly token: string;
}

/**
 * Takes the code of a callback to the provider, and reads the person out of the answer. Rejects with an error of the
 * client library when the code, the ID token or the provider is not what it should be.
 *
 * @param callback the address that the provider was to answer to, with the query that it sent
 */
export async function fetchPerson(
  { configuration }: Provider,
  callback: URL,
  attempt: Attempt,
  options: ClaimsOptions,
): Promise<FetchedPerson> {
  const tokens = await authorizationCodeGrant(configuration, callback, {
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('The provider gave no ID token');
  const asks =
    needsUserInfo(claims, options) && configuration.serverMetadata().userinfo_endpoint !== undefined;
  const userInfo = asks ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
  const read = readClaims(claims, userInfo, options);
  if (read === null) throw new Error('The provider names nobody');
  const providerSession = typeof claims.sid === 'string' ? claims.sid : null;
  return {
    ...read,
    subject: claims.sub,
    providerSession,
    token: tokens.refresh_token ?? tokens.access_token,
  };
}
