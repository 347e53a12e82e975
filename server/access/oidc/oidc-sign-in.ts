import {
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  tokenRevocation,
} from 'openid-client';
import type { Identity } from '../identity.ts';
import { createSeal } from '../seal.ts';
import type { Session } from '../sessions/session-store.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { type SignIn, SignInError, type SignInFailure } from '../sign-in.ts';
import { type Attempt, createAttempts } from './attempts.ts';
import { failureOf, reasonOf } from './failure-of.ts';
import { type FetchedPerson, fetchPerson } from './fetch-person.ts';
import { createLogoutTokens } from './logout-token.ts';
import { createProvider, type Provider } from './provider.ts';
import { returnPath } from './return-path.ts';

/** The log of what keeps people out. */
export interface SignInLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

export interface OidcSignInOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Separated by blanks. */
  readonly scopes: string;
  readonly groupsClaim: string;
  readonly emailTrusted: boolean;
  /** Where people reach us, without a slash at its end. */
  readonly publicUrl: string;
  readonly sessionSeconds: number;
  readonly sessions: Sessions;
  /** Whether a person has a role anywhere. */
  readonly hasRole: (person: Identity) => boolean;
  /** Whether it matters to anybody which groups they are in. */
  readonly asksGroups: () => boolean;
  /** The time in epoch milliseconds. */
  readonly now: () => number;
  readonly logger: SignInLog;
}

/** Seconds that somebody may take to sign in at the provider. */
const ATTEMPT_SECONDS = 600;

const GROUPS_LEFT_OUT =
  'the provider left out the groups of somebody who is in too many for a token: they may see less than ACCESS_FILE grants them';

/** Signs people in by OpenID Connect: the code flow with PKCE, state and nonce, bound to the browser that began it. */
export function createOidcSignIn(options: OidcSignInOptions): SignIn {
  const { clientSecret, scopes, publicUrl, sessionSeconds, sessions, now, logger } = options;
  const providers = createProvider(options, now);
  const attempts = createAttempts(clientSecret, ATTEMPT_SECONDS * 1_000, now);
  const logoutTokens = createLogoutTokens(options);
  const tokenSeal = createSeal(clientSecret, 'provider tokens');
  const redirectUri = `${publicUrl}/auth/callback`;
  const home = `${publicUrl}/`;

  function fail(failure: SignInFailure, to: string, cause: unknown): never {
    logger.warn({ failure, reason: reasonOf(cause), err: cause }, 'a sign-in has failed');
    throw new SignInError(failure, to, { cause });
  }

  /** Waits for a provider; without one the sign-in has failed. */
  function reached(provider: Promise<Provider>, to: string): Promise<Provider> {
    return provider.catch((error) => fail('provider-away', to, error));
  }

  /** The attempt that a callback belongs to, which then is over. */
  function takeAttempt(search: string, sealed: string | null): Attempt {
    const attempt = attempts.open(sealed);
    const state = new URLSearchParams(search).get('state');
    // Another attempt of this browser may still be under way.
    if (attempt === null || attempt.state !== state || !attempts.take(attempt)) {
      throw new SignInError('stale', attempt?.to ?? '/');
    }
    return attempt;
  }

  async function begin(person: FetchedPerson, to: string): Promise<string> {
    const { subject, providerSession, token } = person;
    const groupsLeftOut = person.groupsLeftOut && options.asksGroups();
    const identity = { ...person.identity, ...(groupsLeftOut && { groupsLeftOut }) };
    if (groupsLeftOut) {
      logger.warn({ person: identity.id }, GROUPS_LEFT_OUT);
      if (!options.hasRole(identity)) throw new SignInError('groups-left-out', to);
    }
    try {
      return await sessions.begin({ person: identity, subject, providerSession }, (hash) =>
        tokenSeal.seal(token, hash),
      );
    } catch (cause) {
      throw new SignInError('store-away', to, { cause });
    }
  }

  /** Gives the token of a session back to the provider, as nobody is to use it any more, and says whether it was there. */
  async function revokeToken({ configuration }: Provider, { tokens, hash }: Session): Promise<boolean> {
    const token = tokens === null ? null : tokenSeal.open(tokens, hash);
    if (token === null || configuration.serverMetadata().revocation_endpoint === undefined) return true;
    try {
      await tokenRevocation(configuration, token);
      return true;
    } catch (err) {
      logger.info({ reason: reasonOf(err), err }, 'the provider did not take back a token');
      return failureOf(err) !== 'provider-away';
    }
  }

  function endSessionUrl({ configuration }: Provider): string {
    if (configuration.serverMetadata().end_session_endpoint === undefined) return home;
    // Without a hint, as that would be a token in an address: the provider may ask whether it is meant.
    return buildEndSessionUrl(configuration, { post_logout_redirect_uri: home }).href;
  }

  return {
    attemptSeconds: ATTEMPT_SECONDS,
    sessionSeconds,

    async begin(wanted) {
      const to = returnPath(wanted, publicUrl);
      // A browser that is sent to where nobody answers tells people nothing.
      const { configuration } = await reached(providers.current(), to);
      const { attempt, sealed } = attempts.begin(to);
      const location = buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: scopes,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      });
      return { location: location.href, attempt: sealed };
    },

    async finish({ search, attempt: sealed, session }) {
      const attempt = takeAttempt(search, sealed);
      const provider = await reached(providers.last(), attempt.to);
      // Whatever name or scheme a proxy has made of the request.
      const callback = new URL(`${redirectUri}${search}`);
      const person = await fetchPerson(provider, callback, attempt, options).catch((error) =>
        fail(failureOf(error), attempt.to, error),
      );
      const begun = await begin(person, attempt.to);
      if (session !== null) await sessions.end(session);
      return { location: new URL(attempt.to, publicUrl).href, session: begun, person: person.identity };
    },

    async signOut(token) {
      const session = await sessions.end(token);
      if (session === null) return { location: home, person: null };
      const { person } = session;
      const provider = await providers.last().catch(() => null);
      const isThere = provider !== null && (await revokeToken(provider, session));
      // Nobody is sent to where nothing answers.
      return { location: isThere ? endSessionUrl(provider) : home, person };
    },

    async acceptLogout(token) {
      const { keys } = await reached(providers.last(), '/');
      const logout = await logoutTokens.read(token, keys).catch((error) => fail('provider-away', '/', error));
      if (logout === null) return false;
      try {
        await sessions.endOf({ ...logout.loggedOut, at: now() });
      } catch (cause) {
        throw new SignInError('store-away', '/', { cause });
      }
      logoutTokens.spend(logout);
      return true;
    },
  };
}
