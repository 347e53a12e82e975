import type { Response } from 'express';
import type { Limits } from './limits.ts';

/**
 * Counts an answer as kept in memory until its reader has it, and ends the connections of those that have waited the
 * longest when there is too much: a client that reads has its answer in an instant, so they are not the ones.
 *
 * @param bytes how large the answer is, about
 */
type KeepUntilSent = (response: Response, bytes: number) => void;

export function limitUnsentResponses({ unsentBytes }: Pick<Limits, 'unsentBytes'>): KeepUntilSent {
  // In the order in which they were given.
  const waiting = new Map<Response, number>();
  let total = 0;

  function forget(response: Response): void {
    total -= waiting.get(response) ?? 0;
    waiting.delete(response);
  }

  return (response, bytes) => {
    for (const oldest of waiting.keys()) {
      if (total + bytes <= unsentBytes) break;
      forget(oldest);
      oldest.destroy();
    }
    waiting.set(response, bytes);
    total += bytes;
    response.once('close', () => forget(response));
  };
}
