import type { IncomingMessage } from 'node:http';

/**
 * The cookies' names. Of one that begins with `__Host-` a browser sees to it that this host alone has set it, over https
 * or on loopback.
 */
export const SESSION_COOKIE = '__Host-loopdesk';
export const ATTEMPT_COOKIE = '__Host-loopdesk-sign-in';

/** The value of a cookie; null when the browser sent none of that name. */
export function readCookie({ headers }: Pick<IncomingMessage, 'headers'>, name: string): string | null {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [key = '', value = ''] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return null;
}

/**
 * A `Set-Cookie` that no script reads and no other site's form sends.
 *
 * @param seconds how long the browser keeps it; 0 erases it
 */
export function hostCookie(name: string, value: string, seconds: number): string {
  return `${name}=${value}; Max-Age=${seconds}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}
