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

/** Milliseconds after which its addresses are asked for again; and after that has failed. */
const KNOWN_MS = 3_600_000;
const AGAIN_MS = 60_000;

/**
 * Reaches the provider when it is first needed, and again until that has worked: what is down when Loopdesk starts may be
 * there when somebody signs in. The answer is kept for an hour, and longer while there is no other.
 */
export function createProvider(options: ProviderOptions): () => Promise<Provider> {
  let known: Provider | null = null;
  let askAgainAt = 0;
  let asking: Promise<Provider> | null = null;

  async function ask(): Promise<Provider> {
    try {
      known = await reach(options);
      askAgainAt = performance.now() + KNOWN_MS;
      return known;
    } catch (error) {
      if (known === null) throw error;
      askAgainAt = performance.now() + AGAIN_MS;
      return known;
    }
  }

  return () => {
    if (known !== null && performance.now() < askAgainAt) return Promise.resolve(known);
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
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
