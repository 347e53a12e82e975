import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { isLoopbackAddress } from '../access/loopback.ts';
import { HttpProblem } from './problem.ts';

/**
 * Whether a program on this machine asks by itself. A proxy in front may be on this machine too: what it passes on comes
 * under the public name, or says that it was passed on.
 *
 * @param publicUrl the origin where people reach Loopdesk through a proxy; null where there is none
 */
export function isOfThisMachine({ socket, headers }: Request, publicUrl: string | null): boolean {
  if (!isLoopbackAddress(socket.remoteAddress ?? '')) return false;
  if (publicUrl === null) return true;
  const isPassedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some(
    (name) => headers[name] !== undefined,
  );
  return !isPassedOn && headers.host?.toLowerCase() !== new URL(publicUrl).host;
}

/**
 * Refuses a request without the token.
 *
 * @param token null where no token opens anything
 * @throws HttpProblem `not-signed-in`
 */
export function requireToken({ headers }: Request, token: string | null): void {
  const [, given = ''] = /^bearer +(\S{1,1000})$/i.exec(headers.authorization ?? '') ?? [];
  // Digests are equally long, and comparing them takes the same time wherever they differ.
  if (token !== null && timingSafeEqual(digest(given), digest(token))) return;
  throw new HttpProblem(
    'not-signed-in',
    'The figures are for this machine, and for those who have METRICS_TOKEN.',
  );
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
