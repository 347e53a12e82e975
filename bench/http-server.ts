import { openAccess } from '../server/access/open.ts';
import { createListener } from './http-app.ts';
import { tellLoad } from './process-load.ts';
import { readTickets } from './read-tickets.ts';

// The app where nobody signs in, in a process of its own; tells its parent the port.
const listen = createListener(readTickets(process.argv[2] ?? '1000'));
process.send?.(await listen({ access: openAccess, publicUrl: null }));
tellLoad();
