import { join } from 'node:path';
import * as z from 'zod/mini';
import { codeOf } from '../error-code.ts';
import { readSmallFile, replaceFile, type StoreLog } from './data-directory.ts';

const fileSchema = z.object({ next: z.int().check(z.positive()) });

/** Snapshots that a process may number before the next one starts above them; a new one every second takes 115 days. */
const RESERVED = 10_000_000;

interface FirstNumberOptions {
  /** The folder of the file; it is made when it is not there. */
  readonly directory: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly logger: StoreLog;
}

/**
 * The number of this process's first snapshot. It is the time, which alone would do if nobody set the clock back between
 * two starts; so a file keeps what the processes before this one may have used, and the number is above that, too.
 */
export function takeFirstNumber({ directory, now, logger }: FirstNumberOptions): number {
  const path = join(directory, 'snapshots.json');
  const first = Math.max(now, readNext(path, logger));
  try {
    replaceFile(path, `${JSON.stringify({ next: first + RESERVED })}\n`);
  } catch (error) {
    const consequence = 'after a restart with the clock set back, pages from before it may show other data';
    logger.warn({ path, code: codeOf(error) }, `the numbers of snapshots cannot be written: ${consequence}`);
  }
  return first;
}

function readNext(path: string, logger: StoreLog): number {
  try {
    return fileSchema.parse(JSON.parse(readSmallFile(path))).next;
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'ENOENT')
      logger.warn({ path, code }, 'the numbers of snapshots cannot be read: the time is taken');
    return 0;
  }
}
