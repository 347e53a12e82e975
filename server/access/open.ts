import type { Access, Principal } from './access.ts';
import { isLoopbackAddress } from './loopback.ts';

const LOCAL: Principal = { id: 'local', user: null, identity: null, session: null, roleIn: () => 'admin' };

/** Access without sign-in: everybody on this machine is the local person, and nobody else is known. */
export const openAccess: Access = {
  kind: 'none',
  authenticate: ({ socket }) => (isLoopbackAddress(socket.remoteAddress ?? '') ? LOCAL : null),
  signOutUrl: null,
  contact: () => null,
};
