import { createHash, randomBytes } from 'node:crypto';

/** A new secret for a cookie: 256 random bits, in letters that a cookie takes. */
export function createSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The digest that a secret is known by; null for a text that is none. */
export function hashOfToken(token: string): string | null {
  if (!/^[\w-]{43}$/.test(token)) return null;
  return createHash('sha256').update(Buffer.from(token, 'base64url')).digest('hex');
}

/** The name of a session for people: made out of its digest, which nobody can make out of it. */
export function idOfSession(hash: string): string {
  return createHash('sha256').update(`session ${hash}`).digest('hex').slice(0, 32);
}
