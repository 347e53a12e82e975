import { LIMITS, type Limits } from '../http/limits.ts';
import { createHttpServer } from '../http/server.ts';
import { fakeSource, serve, snapshotOf } from './app.ts';
import { listen } from './sockets.ts';

/** The real app on a port, over tickets that do not fit into the buffers on the way to a client. */
export async function listenWith(list: Parameters<typeof snapshotOf>[1], limits: Partial<Limits> = {}) {
  const source = fakeSource('w', snapshotOf(7, list));
  const { app, log } = serve([source], { limits: { ...LIMITS, ...limits } });
  const server = createHttpServer(app);
  const port = await listen(server);
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port, log, close };
}
