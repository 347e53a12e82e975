import type { IncomingMessage } from 'node:http';
import { ipKeyGenerator } from 'express-rate-limit';
import { isLoopbackAddress } from '../access/loopback.ts';

/**
 * The client that a request comes from, as a key to count by. Only the connection tells it, since anybody can
 * write what they like into a header. An IPv6 network of one household or company is one client, and so is this
 * machine, whichever of its addresses is used.
 */
export function clientKey({ socket }: Pick<IncomingMessage, 'socket'>): string {
  const address = socket.remoteAddress ?? '';
  return isLoopbackAddress(address) ? 'loopback' : ipKeyGenerator(address);
}
