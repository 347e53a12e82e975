import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { createExportSlots } from './export-slots.ts';
import { limitedClient } from './limited-client.ts';
import type { Limits } from './limits.ts';
import { watchReader } from './reader-pace.ts';

/** Codes of an export that the client has left, or that has had its time. */
const ENDED_EARLY: readonly unknown[] = ['ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'];

/** A file to send. */
interface OutgoingFile {
  readonly name: string;
  /** The media type, with its charset where it has one. */
  readonly type: string;
  /** The number of tickets in it; null for a file of something else. */
  readonly total: number | null;
  /** Made while it is sent, and not at all for who asks for the headers alone. */
  readonly write: () => AsyncIterable<string | Uint8Array>;
}

/**
 * Streams a file to save. The header `Loopdesk-Tickets` tells how many tickets there are: for a reader to show how far
 * it is, and to know whether it has them all. A client that goes away ends it quietly, and one that reads too slowly
 * is left. Who asks for the headers alone gets them even when no more files may be written.
 *
 * @throws HttpProblem `too-many-requests` when as many files as allowed are being written
 */
export type SendFile = (request: Request, response: Response, file: OutgoingFile) => Promise<void>;

/** Exports, of which only so many are written at once. */
export function createFileSender(limits: Limits): SendFile {
  const takeSlot = createExportSlots(limits);
  return async (request, response, file) => {
    if (request.method === 'HEAD') {
      setHeaders(response, file);
      response.end();
      return;
    }
    const giveBack = takeSlot(limitedClient(response));
    const { tooSlow, stop } = watchReader(response, limits);
    try {
      setHeaders(response, file);
      await pipeline(Readable.from(file.write(), { objectMode: false }), response, {
        signal: AbortSignal.any([tooSlow, AbortSignal.timeout(limits.exportMs)]),
      });
    } catch (error) {
      const endedEarly = error instanceof Error && 'code' in error && ENDED_EARLY.includes(error.code);
      if (!endedEarly) throw error;
    } finally {
      stop();
      giveBack();
    }
  };
}

function setHeaders(response: Response, { name, type, total }: OutgoingFile): void {
  response.attachment(name).type(type);
  response.set('Cache-Control', 'no-store');
  if (total !== null) response.set('Loopdesk-Tickets', String(total));
}
