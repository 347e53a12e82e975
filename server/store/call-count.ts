import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { DAY_MS } from '../../contract/index.ts';

const fileSchema = z.object({ day: z.iso.date(), calls: z.int().check(z.nonnegative()) });

/** A day's calls at most, so that a crash costs at most one in a hundred of them. */
const BLOCKS = 100;

interface CallCountOptions {
  /** Where the file lies; it is made when it is not there. */
  readonly directory: string;
  /** Whose calls are counted, and at which API. Only a hash of both leaves this function. */
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly callsPerDay: number;
  readonly logger: { warn(facts: object, message: string): void };
}

/** The count of a day's calls in a small file. A day is counted from the epoch's, in UTC. */
export interface StoredCallCount {
  /** The calls of that day by processes before this one: as many as there were, or up to a block more. */
  before(day: number): number;
  record(day: number, calls: number): void;
  /** Writes the exact count. Without it, as after a crash, the file tells up to a block too many. */
  close(): void;
}

/**
 * Opens the count of a key's calls. The file runs ahead of the count in blocks, so it is written seldom and
 * never tells too few. What goes wrong with it is logged, and the count goes on in memory.
 */
export function openCallCount(options: CallCountOptions): StoredCallCount {
  const { directory, logger } = options;
  const path = join(directory, `calls-${fingerprint(options)}.json`);
  const block = Math.max(1, Math.ceil(options.callsPerDay / BLOCKS));
  const found = readCount(path, logger);
  let last = found;
  let written = found;
  let failing = false;

  function write(day: number, calls: number): void {
    // Also when it fails: the next try is due with the next block, not with every call.
    written = { day, calls };
    try {
      mkdirSync(directory, { recursive: true });
      replaceFile(path, `${JSON.stringify({ day: nameOf(day), calls })}\n`);
      failing = false;
    } catch (error) {
      const message = 'the count of calls cannot be written: after a restart, today starts again at zero';
      if (!failing) logger.warn({ path, code: codeOf(error) }, message);
      failing = true;
    }
  }

  // A directory that cannot be written to is told at the start, not with the first call.
  write(found.day, found.calls);

  return {
    before: (day) => (day === found.day ? found.calls : 0),
    record(day, calls) {
      last = { day, calls };
      if (day !== written.day || calls > written.calls) write(day, calls + block - 1);
    },
    close() {
      if (last.calls !== written.calls || last.day !== written.day) write(last.day, last.calls);
    },
  };
}

/** Tells two keys apart, or one at two APIs, and nothing else about them. */
function fingerprint({ apiKey, baseUrl }: Pick<CallCountOptions, 'apiKey' | 'baseUrl'>): string {
  return createHash('sha256').update(`loopdesk calls ${baseUrl} ${apiKey}`).digest('hex').slice(0, 16);
}

function readCount(path: string, logger: CallCountOptions['logger']): { day: number; calls: number } {
  try {
    const { day, calls } = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    return { day: Date.parse(day) / DAY_MS, calls };
  } catch (error) {
    const code = codeOf(error);
    const what = code === 'ENOENT' ? 'is not there' : 'cannot be read';
    logger.warn({ path, code }, `the count of calls ${what}: today starts at zero`);
    return { day: 0, calls: 0 };
  }
}

/** All or nothing: whoever reads finds the old text or the new one, also after a crash. */
function replaceFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, text, { flush: true, mode: 0o600 });
  renameSync(draft, path);
}

function nameOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The system's code, or what kind of error it is; never its text, which quotes the file. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.name : 'unknown reason';
}
