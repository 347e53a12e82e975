import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

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
