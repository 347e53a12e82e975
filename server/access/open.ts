import type { Access, Principal } from './access.ts';
import { isLoopbackAddress } from './loopback.ts';

const LOCAL: Principal = { id: 'local', role: 'admin' };

/** Access without sign-in: everybody on this machine is the local person, and nobody else is known. */
export const openAccess: Access = {
  authenticate: ({ socket }) => (isLoopbackAddress(socket.remoteAddress ?? '') ? LOCAL : null),
};
