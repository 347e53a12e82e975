import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** Has a server listen on a free port of loopback. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A bare connection that has sent `head`, and nothing that a well-behaved client would add. */
export function open(port: number, head: string) {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  // A server that cuts us off may reset the connection.
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    text += chunk;
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.write(head);
  return { socket, closed, text: () => text };
}

/**
 * Has the first connection to a server take nothing that is written to it, as if its client did not read and every
 * buffer on the way were full. What it returns lets the client read on.
 */
export function stallFirst(server: Server): () => void {
  let resume = () => {};
  server.once('connection', (socket: Socket) => {
    const write = socket._write.bind(socket);
    const { _writev } = socket;
    Object.assign(socket, {
      _writev: null,
      _write: (...waiting: Parameters<Socket['_write']>) => {
        resume = () => {
          Object.assign(socket, { _write: write, _writev });
          write(...waiting);
        };
      },
    });
  });
  return () => resume();
}
