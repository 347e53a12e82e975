import { type Encoding, encodeHere, encodeInPool } from './content-encodings.ts';

/** Bytes above which encoding would keep this thread from everything else for too long. */
const SHORT_BYTES = 131_072;

/** Short bodies that wait for their turn or for the pool, at most: more than its threads, and no more memory than a megabyte. */
const MOST_WAITING = 8;

/** A short body that waits for the end of the event loop's turn. */
interface Waiting {
  readonly bytes: Buffer;
  readonly encoding: Exclude<Encoding, 'identity'>;
  readonly resolve: (encoded: Buffer | Promise<Buffer>) => void;
  readonly reject: (error: unknown) => void;
}

let turn: Waiting[] = [];
let waiting = 0;

/**
 * Encodes bytes. Of the short bodies that have come in one turn of the event loop the first is done here, since handing it
 * over takes longer; the others, for which the loop is behind, and long ones go to the threads of the pool. While those have
 * enough to do, this thread does its share at once.
 *
 * @param bytes must stay as they are until then
 */
export function encode(bytes: Buffer, encoding: Exclude<Encoding, 'identity'>): Buffer | Promise<Buffer> {
  if (bytes.length > SHORT_BYTES) return encodeInPool(bytes, encoding);
  if (waiting === MOST_WAITING) return encodeHere(bytes, encoding);
  if (turn.length === 0) setImmediate(endTurn);
  waiting++;
  return new Promise((resolve, reject) => turn.push({ bytes, encoding, resolve, reject }));
}

function endTurn(): void {
  const [first, ...others] = turn;
  turn = [];
  // Those of the pool are on their way before this thread is busy.
  for (const body of others) body.resolve(finishInPool(body));
  if (first !== undefined) finishHere(first);
}

function finishHere({ bytes, encoding, resolve, reject }: Waiting): void {
  waiting--;
  try {
    resolve(encodeHere(bytes, encoding));
  } catch (error) {
    reject(error);
  }
}

async function finishInPool({ bytes, encoding }: Waiting): Promise<Buffer> {
  try {
    return await encodeInPool(bytes, encoding);
  } finally {
    waiting--;
  }
}
