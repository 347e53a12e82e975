import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends a command of Firefox and answers its result. */
export type Marionette = (name: string, parameters?: object) => Promise<unknown>;

type Answer = readonly [type: number, id: number, error: object | null, result: unknown];

/**
 * Connection to Firefox's own end of WebDriver (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html):
 * each message is JSON, with its length in bytes before it.
 */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const awaited = new Map<number, (answer: Answer) => void>();
  let rest = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = messageEnd(rest); end !== null; end = messageEnd(rest)) {
      const message: unknown = JSON.parse(rest.subarray(rest.indexOf(':') + 1, end).toString());
      rest = rest.subarray(end);
      // The first one is a greeting.
      if (Array.isArray(message)) awaited.get(message[1])?.(message as unknown as Answer);
    }
  });
  let ended = false;
  socket.on('close', () => {
    ended = true;
    for (const [id, answer] of awaited) answer([1, id, { message: 'Firefox has gone.' }, null]);
  });
  let last = 0;
  return (name, parameters = {}) => {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      if (ended) throw new Error(`Firefox has gone before ${name}.`);
      awaited.set(id, ([, , error, result]) => {
        awaited.delete(id);
        if (error === null) resolve(result);
        else reject(new Error(`${name}: ${JSON.stringify(error)}`));
      });
      const text = JSON.stringify([0, id, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  };
}

/** Bytes up to the end of the first message; null while it has not come whole. */
function messageEnd(bytes: Buffer): number | null {
  const colon = bytes.indexOf(':');
  if (colon < 0) return null;
  const end = colon + 1 + Number(bytes.subarray(0, colon));
  return bytes.length < end ? null : end;
}
