import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type Exchange = readonly [IncomingMessage, ServerResponse];

/**
 * A listener that answers the requests of one connection one after the other. Node hands over at once whatever a
 * client sends ahead (HTTP pipelining): hundreds of requests would then be answered in one go while everybody else
 * waits, and each answer kept in memory until the one before it is read. A request that waits costs
 * its headers only.
 *
 * @param most the requests of a connection that are not answered to the end; one more ends the connection
 */
export function serializeRequests(listener: RequestListener, most: number): RequestListener {
  const lines = new WeakMap<Socket, Exchange[]>();

  function answer(socket: Socket, line: readonly Exchange[]): void {
    const [next] = line;
    // The answer before may have ended the connection.
    if (next === undefined || !socket.writable) return;
    const [request, response] = next;
    // Ours is one more than what runs in the app may need.
    response.setMaxListeners(response.getMaxListeners() + 1);
    response.once('close', () => {
      const [, ...rest] = lines.get(socket) ?? [];
      lines.set(socket, rest);
      answer(socket, rest);
    });
    listener(request, response);
  }

  return (request, response) => {
    const { socket } = request;
    if (socket.destroyed) return;
    const line = [...(lines.get(socket) ?? []), [request, response] as const];
    if (line.length > most) {
      socket.destroy();
      return;
    }
    lines.set(socket, line);
    if (line.length === 1) answer(socket, line);
  };
}
