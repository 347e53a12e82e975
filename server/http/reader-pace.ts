import type { Response } from 'express';
import type { Limits } from './limits.ts';

/** A reader who is watched; `stop` ends that. */
export interface WatchedReader {
  /** Aborted once the reader is too slow. */
  readonly tooSlow: AbortSignal;
  readonly stop: () => void;
}

/**
 * Watches whether the reader of a long answer takes it. Who takes nothing, or a few bytes now and then, would keep
 * what the answer is made of for as long as it is allowed to last. Nobody is too slow while we are the ones that
 * have nothing to give.
 */
export function watchReader(
  response: Response,
  { exportPaceMs, exportPaceBytes }: Pick<Limits, 'exportPaceMs' | 'exportPaceBytes'>,
): WatchedReader {
  const controller = new AbortController();
  let before = bytesTaken(response);
  const timer = setInterval(() => {
    const now = bytesTaken(response);
    if (isWaiting(response) && now - before < exportPaceBytes) controller.abort();
    before = now;
  }, exportPaceMs);
  return { tooSlow: controller.signal, stop: () => clearInterval(timer) };
}

/** Bytes that have left this process. What is still to be sent is counted as written, too. */
function bytesTaken({ socket }: Response): number {
  return socket === null ? 0 : socket.bytesWritten - socket.writableLength;
}

function isWaiting({ socket }: Response): boolean {
  return socket !== null && socket.writableLength > 0;
}
