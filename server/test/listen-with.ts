import { LIMITS, type Limits } from '../http/limits.ts';
import { createHttpServer } from '../http/server.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { fakeSource, serve } from './app.ts';
import { listen } from './sockets.ts';

/** The real app on a port, over a snapshot that does not fit into the buffers on the way to a client. */
export async function listenWith(snapshot: Snapshot, limits: Partial<Limits> = {}) {
  const source = fakeSource('w', snapshot);
  const { app, log } = serve([source], { limits: { ...LIMITS, ...limits } });
  const server = createHttpServer(app);
  const port = await listen(server);
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port, log, close };
}
