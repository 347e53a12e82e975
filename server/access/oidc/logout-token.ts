import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import * as z from 'zod/mini';
import { ALGORITHMS, isRefusal } from '../jwt.ts';
import type { LoggedOut } from '../sessions/session-store.ts';
import { CLOCK_TOLERANCE } from './provider.ts';

/** A logout token that holds, and what it ends. */
interface Logout {
  readonly id: string;
  readonly loggedOut: Omit<LoggedOut, 'at'>;
}

interface LogoutTokensOptions {
  readonly issuer: string;
  readonly clientId: string;
}

/** Reads logout tokens, each of which counts once. */
export interface LogoutTokens {
  /** Null for a token that does not hold. Rejects when the provider's keys cannot be had. */
  read(token: string, keys: JWTVerifyGetKey): Promise<Logout | null>;
  /** Notes that a token has done its work. */
  spend(logout: Logout): void;
}

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** The age, in seconds, from which on a token is too old; those that were spent are known for longer. */
const MAX_AGE = 300;
const MOST_SPENT = 10_000;

const text = z.string().check(z.minLength(1), z.maxLength(1_000));
const claimsSchema = z.object({
  jti: text,
  sub: z.optional(text),
  sid: z.optional(text),
  events: z.object({ [EVENT]: z.record(z.string(), z.unknown()) }),
  // With a nonce it would be an ID token.
  nonce: z.optional(z.undefined()),
});

/** The type of a token, which it need not say. */
const TYPES = [undefined, 'logout+jwt', 'jwt', 'application/logout+jwt'];

export function createLogoutTokens({ issuer, clientId }: LogoutTokensOptions): LogoutTokens {
  const spent = new LRUCache<string, true>({ max: MOST_SPENT, ttl: (MAX_AGE + 3 * CLOCK_TOLERANCE) * 1_000 });
  return {
    async read(token, keys) {
      const claims = await verify(token, keys);
      const parsed = claimsSchema.safeParse(claims);
      if (claims === null || !parsed.success) return null;
      const { jti, sub, sid } = parsed.data;
      if (spent.has(jti) || (sub === undefined && sid === undefined)) return null;
      return { id: jti, loggedOut: { subject: sub ?? null, providerSession: sid ?? null } };
    },
    spend: ({ id }) => {
      spent.set(id, true);
    },
  };

  async function verify(token: string, keys: JWTVerifyGetKey): Promise<object | null> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer,
        audience: clientId,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE,
        maxTokenAge: MAX_AGE,
      });
      return TYPES.includes(protectedHeader.typ?.toLowerCase()) ? payload : null;
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  }
}
