import type { IncomingMessage } from 'node:http';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { CLEAN_TEXT, type Identity, shownName } from '../identity.ts';
import { ALGORITHMS, isRefusal } from '../jwt.ts';

/** A signed statement of a proxy, and who must have made it for whom. */
export interface AssertionOptions {
  /** The header that it comes in, in lower case. */
  readonly header: string;
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
}

/** Reads the person out of a request; null where nobody vouches for one. Rejects when the keys cannot be had. */
export type ReadAssertion = (request: Pick<IncomingMessage, 'headersDistinct'>) => Promise<Identity | null>;

/** Clocks differ by so many seconds. */
const CLOCK_TOLERANCE = 30;

/** The longest statement that is looked at, in characters. */
const MAX_LENGTH = 16_384;

const text = z.string().check(z.minLength(1), z.maxLength(320), z.regex(CLEAN_TEXT));
const claimsSchema = z.object({
  sub: text,
  email: z.catch(z.nullable(z._default(z.nullable(text), null)), null),
  name: z.catch(z.nullable(z._default(z.nullable(text), null)), null),
  preferred_username: z.catch(z.nullable(z._default(z.nullable(text), null)), null),
  groups: z.catch(z._default(z.array(z.string()), []), []),
  email_verified: z.optional(z.unknown()),
});

export function createAssertionReader({
  header,
  jwksUrl,
  issuer,
  audience,
}: AssertionOptions): ReadAssertion {
  const keys = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 5_000 });
  return async ({ headersDistinct }) => {
    const [token = '', ...others] = headersDistinct[header] ?? [];
    if (token === '' || token.length > MAX_LENGTH || others.length > 0) return null;
    const payload = await verify(token);
    return payload === null ? null : identityOf(payload);
  };

  async function verify(token: string): Promise<JWTPayload | null> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE,
        requiredClaims: ['exp', 'sub'],
      });
      return payload;
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  }
}

function identityOf(payload: JWTPayload): Identity | null {
  const parsed = claimsSchema.safeParse(payload);
  if (!parsed.success) return null;
  const { sub, email, name, preferred_username: userName, groups, email_verified: verified } = parsed.data;
  // Who signs people in for others vouches for their addresses, unless it says that it does not.
  const vouched = verified === false || verified === 'false' ? null : email;
  const shown = shownName(name, userName, email, sub);
  return { id: `proxy:${sub}`, name: shown, email: vouched, userName, groups };
}
