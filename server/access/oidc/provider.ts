import { setTimeout as sleep } from 'node:timers/promises';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';

/** The identity provider, and what Loopdesk is there. */
export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A provider whose addresses are known. */
export interface Provider {
  readonly configuration: Configuration;
  /** The keys that it signs with. */
  readonly keys: JWTVerifyGetKey;
}

/** Clocks differ by so many seconds: two minutes, and some for the way. */
export const CLOCK_TOLERANCE = 150;

/** Seconds that the provider may take for an answer. */
const TIMEOUT = 5;

/** Tries to reach it, and milliseconds between them. */
const TRIES = 2;
const PAUSE_MS = 300;

/** Milliseconds for which an answer of its counts; and for which nobody waits for another after it gave none. */
const KNOWN_MS = 60_000;
const AWAY_MS = 60_000;

/** The way to a provider: a dead one must stop neither the start nor who is signed in. */
export interface ProviderSource {
  /** The provider, if it answers: to send somebody there. */
  current(): Promise<Provider>;
  /** The provider as it last answered, which may be a while ago. Rejects only before it ever has. */
  last(): Promise<Provider>;
}

/**
 * Creates the way to a provider. Nothing is asked before it is first needed.
 *
 * @param now the time in epoch milliseconds
 */
export function createProvider(options: ProviderOptions, now: () => number): ProviderSource {
  let known: Provider | null = null;
  let knownUntil = 0;
  let awayUntil = 0;
  let asking: Promise<Provider> | null = null;

  async function ask(): Promise<Provider> {
    try {
      known = await reach(options);
      knownUntil = now() + KNOWN_MS;
      return known;
    } catch (error) {
      awayUntil = now() + AWAY_MS;
      throw error;
    }
  }

  function current(): Promise<Provider> {
    if (known !== null && now() < knownUntil) return Promise.resolve(known);
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  }

  return {
    current,
    async last() {
      if (known !== null && now() < awayUntil) return known;
      return current().catch((error) => {
        if (known === null) throw error;
        return known;
      });
    },
  };
}

async function reach(options: ProviderOptions): Promise<Provider> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await discover(options);
    } catch (error) {
      if (tried === TRIES) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

async function discover({ issuer, clientId, clientSecret }: ProviderOptions): Promise<Provider> {
  const server = new URL(issuer);
  // The settings take plain http for this machine alone.
  const isPlain = server.protocol === 'http:';
  const configuration = await discovery(
    server,
    clientId,
    { [clockTolerance]: CLOCK_TOLERANCE },
    authenticateBy(clientSecret),
    {
      timeout: TIMEOUT,
      // Without, an ID token is believed whoever has signed it.
      execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
    },
  );
  const metadata = configuration.serverMetadata();
  // The library makes exceptions for some providers.
  if (new URL(metadata.issuer).href !== server.href) throw new Error('The provider has another issuer');
  if (metadata.jwks_uri === undefined) throw new Error('The provider names no keys');
  const keys = createRemoteJWKSet(new URL(metadata.jwks_uri), { timeoutDuration: TIMEOUT * 1_000 });
  return { configuration, keys };
}

/** The way that clients are registered with unless they say otherwise; the other one where there is no choice. */
function authenticateBy(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const authenticate = methods.includes('client_secret_basic') ? basic : post;
    authenticate(server, client, body, headers);
  };
}
