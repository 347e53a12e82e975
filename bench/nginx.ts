import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startNginx } from '../scripts/nginx.mjs';

/** An nginx that serves one file, and compresses it anew for each request. */
export interface ServedFile {
  readonly port: number;
  readonly path: string;
  stop(): Promise<void>;
}

/** Has nginx serve a body as `gzip on` alone sets it up, with the quickest level. */
export async function serveByNginx(body: string, workers: number | 'auto'): Promise<ServedFile> {
  const port = await freePort();
  const path = '/list.json';
  const { stop } = await startNginx({
    http: `
      types { application/json json; }
      gzip on;
      gzip_types application/json;
      server { listen 127.0.0.1:${port}; root .; }`,
    files: { 'list.json': body },
    workers,
    ready: `http://127.0.0.1:${port}${path}`,
  });
  return { port, path, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
