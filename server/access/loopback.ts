import { isIP } from 'node:net';

/** All addresses of this machine for itself. */
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/i;

/** Whether an address of a connection's other end is this machine's own. */
export function isLoopbackAddress(address: string): boolean {
  return LOOPBACK.test(address);
}

/** Whether a URL leads a browser to its own machine. */
export function isLoopbackUrl(url: string): boolean {
  const name = new URL(url).hostname.replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || (isIP(name) !== 0 && isLoopbackAddress(name));
}
