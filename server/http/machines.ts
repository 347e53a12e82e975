import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { isLoopbackAddress, isLoopbackUrl } from '../access/loopback.ts';
import { HttpProblem } from './problem.ts';

/** Headers by which a proxy tells that a request is not its own. */
const PASSED_ON = /^(?:forwarded|via|x-real-ip|x-forwarded-.*)$/;

/**
 * Whether a program on this machine asks by itself. A proxy in front may be on this machine too: what it passes on comes
 * under the public name, or says that it was passed on. Of a public name on loopback only this machine makes use.
 *
 * @param publicUrl where people reach Loopdesk through a proxy; null where there is none
 */
export function isOfThisMachine({ socket, headers }: Request, publicUrl: string | null): boolean {
  if (!isLoopbackAddress(socket.remoteAddress ?? '')) return false;
  if (publicUrl === null) return true;
  if (Object.keys(headers).some((name) => PASSED_ON.test(name))) return false;
  const { host, hostname } = new URL(publicUrl);
  const given = headers.host?.toLowerCase() ?? '';
  // A proxy may leave out the port, or tell the one of its own side.
  const [, name] = /^(\[[^\]]*\]|[^:]*)(?::\d*)?$/.exec(given) ?? [];
  return isLoopbackUrl(publicUrl) ? given !== host : name !== hostname;
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
