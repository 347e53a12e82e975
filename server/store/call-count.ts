import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { DAY_MS } from '../../contract/index.ts';
import { codeOf } from '../error-code.ts';
import { readSmallFile, removeLeftovers, replaceFile, type StoreLog } from './data-directory.ts';

const countSchema = z.object({ day: z.iso.date(), calls: z.int().check(z.nonnegative()) });

/** The newest count, and before it those of other days. */
const fileSchema = z.extend(countSchema, { others: z._default(z.array(countSchema), []) });

/** Days whose counts are kept: a clock that is set over midnight and back must find the count of the day it left. */
const MAX_DAYS = 8;

/** A day's calls at most, so that a crash costs at most one in a hundred of them. */
const BLOCKS = 100;

interface CallCountOptions {
  /** The folder of the file; it is made when it is not there. */
  readonly directory: string;
  /** Whose calls are counted, and at which API. Only a hash of both leaves this function. */
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly callsPerDay: number;
  /** The consequence of a file that is not there; when left out, that today starts at zero. */
  readonly consequence?: string;
  readonly logger: StoreLog;
}

/** The counts of the last days' calls in a small file. A day is counted from the epoch's, in UTC. */
export interface StoredCallCount {
  /** The calls of that day that were recorded, by processes before this one too: as many, or up to a block more. */
  before(day: number): number;
  record(day: number, calls: number): void;
  /** The days that have calls, with their counts. */
  all(): ReadonlyMap<number, number>;
  /** Takes calls off by day which somebody else counts from now on. */
  settle(taken: ReadonlyMap<number, number>): void;
  /** Writes the exact count. Without it, as after a crash, the file tells up to a block too many. */
  close(): void;
}

/**
 * Opens the count of a key's calls. The file runs ahead of the count in blocks, so it is written seldom and
 * never tells too few. What goes wrong with it is logged, and the count goes on in memory.
 */
export function openCallCount(options: CallCountOptions): StoredCallCount {
  const { directory, consequence = 'today starts at zero', logger } = options;
  const path = join(directory, `calls-${digestOfKey(options)}.json`);
  const block = Math.max(1, Math.ceil(options.callsPerDay / BLOCKS));
  removeLeftovers(directory, logger);
  /** The newest at the end. */
  const counts = readCounts(path, consequence, logger);
  let written: Count = newestOf(counts);
  let failing = false;

  function write(day: number, calls: number): void {
    // Also when it fails: the next try is due with the next block, not with every call.
    written = { day, calls };
    const others = [...counts]
      .filter(([other, count]) => other !== day && count > 0)
      .map(([other, count]) => toEntry(other, count));
    try {
      replaceFile(path, `${JSON.stringify({ ...toEntry(day, calls), others })}\n`);
      failing = false;
    } catch (error) {
      const message =
        'DATA_DIR cannot be written to: after a restart, the count of today’s calls starts again at zero';
      if (!failing) logger.warn({ path, code: codeOf(error) }, message);
      failing = true;
    }
  }

  function keep(day: number, calls: number): void {
    counts.delete(day);
    counts.set(day, calls);
    const [oldest] = counts.keys();
    if (counts.size > MAX_DAYS && oldest !== undefined) counts.delete(oldest);
  }

  // A directory that cannot be written to is told at the start, not with the first call.
  write(written.day, written.calls);

  return {
    before: (day) => counts.get(day) ?? 0,
    record(day, calls) {
      keep(day, calls);
      if (day !== written.day || calls > written.calls) write(day, calls + block - 1);
    },
    all: () => new Map([...counts].filter(([, calls]) => calls > 0)),
    settle(taken) {
      for (const [day, calls] of taken) counts.set(day, Math.max(0, (counts.get(day) ?? 0) - calls));
      const { day, calls } = newestOf(counts);
      write(day, calls);
    },
    close() {
      const { day, calls } = newestOf(counts);
      if (calls !== written.calls || day !== written.day) write(day, calls);
    },
  };
}

/** The calls of a day, which is counted from the epoch's. */
interface Count {
  readonly day: number;
  readonly calls: number;
}

function newestOf(counts: ReadonlyMap<number, number>): Count {
  const [day = 0, calls = 0] = [...counts].at(-1) ?? [];
  return { day, calls };
}

/** A digest that tells two keys apart, or one at two APIs, and nothing else about them. */
export function digestOfKey({ apiKey, baseUrl }: Pick<CallCountOptions, 'apiKey' | 'baseUrl'>): string {
  return createHash('sha256').update(`loopdesk calls ${baseUrl} ${apiKey}`).digest('hex').slice(0, 16);
}

function readCounts(path: string, consequence: string, logger: StoreLog): Map<number, number> {
  try {
    const { others, ...newest } = fileSchema.parse(JSON.parse(readSmallFile(path)));
    return new Map([...others, newest].map(({ day, calls }) => [Date.parse(day) / DAY_MS, calls]));
  } catch (error) {
    const code = codeOf(error);
    const what = code === 'ENOENT' ? 'is not there' : 'cannot be read';
    logger.warn({ path, code }, `the count of calls ${what}: ${consequence}`);
    return new Map();
  }
}

function toEntry(day: number, calls: number): { day: string; calls: number } {
  return { day: new Date(day * DAY_MS).toISOString().slice(0, 10), calls };
}
