/** All addresses of this machine for itself. */
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/i;

/** Whether an address of a connection's other end is this machine's own. */
export function isLoopbackAddress(address: string): boolean {
  return LOOPBACK.test(address);
}
