import type { SqlValue } from '../database.ts';
import type { Answer, Task } from './messages.ts';
import { startWorker } from './start-worker.ts';

/** A failure of the embedded database: `code` is an SQLSTATE or a system's code, or `CRASHED` when it is gone with it. */
export class EmbeddedFailure extends Error {
  override readonly name = 'EmbeddedFailure';
  readonly code: string;

  constructor(code: string | null) {
    super('The embedded database failed');
    this.code = code ?? 'CRASHED';
  }
}

/** The database in a worker. It takes one task after the other. */
export interface Connection {
  query<Row>(sql: string, values: readonly SqlValue[]): Promise<Row[]>;
  /** Sees to it that what was written so far survives a power cut. */
  settle(): Promise<void>;
  /** Settles what was written, and ends. */
  close(): Promise<void>;
  /** Ends at once, as a crash would. */
  end(): Promise<void>;
  /** Whether it takes no more tasks. */
  readonly ended: boolean;
}

/** A task that takes longer, in milliseconds, will never end: so it is on a disk that is full. */
const TASK_MS = 60_000;

type Job =
  | { readonly kind: 'query'; readonly sql: string; readonly values: readonly SqlValue[] }
  | { readonly kind: 'settle' | 'close' };

interface Waiting {
  resolve(rows: unknown[]): void;
  reject(error: EmbeddedFailure): void;
}

/**
 * Opens the database in a folder, which must be there, in a thread of its own.
 *
 * @throws EmbeddedFailure when that is no database of this version, or a damaged one
 */
export async function connect(directory: string): Promise<Connection> {
  const worker = startWorker({ directory });
  // It must not keep a process alive that has nothing else to do.
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let number = 0;
  let ended = false;

  function fail(): void {
    ended = true;
    for (const { reject } of waiting.values()) reject(new EmbeddedFailure(null));
    waiting.clear();
  }

  function receive(answer: Answer): void {
    const { resolve, reject } = waiting.get(answer.number) ?? {};
    waiting.delete(answer.number);
    if ('rows' in answer) resolve?.(answer.rows);
    else {
      reject?.(new EmbeddedFailure(answer.failure));
      // What has crashed once answers nothing more that could be trusted.
      if (answer.failure === null) void end();
    }
  }

  function wait(task: number): Promise<unknown[]> {
    return new Promise((resolve, reject) => waiting.set(task, { resolve, reject }));
  }

  function run(job: Job): Promise<unknown[]> {
    if (ended) return Promise.reject(new EmbeddedFailure(null));
    number++;
    worker.postMessage({ ...job, number } satisfies Task);
    const hung = setTimeout(() => void end(), TASK_MS).unref();
    return wait(number).finally(() => clearTimeout(hung));
  }

  async function end(): Promise<void> {
    fail();
    await worker.terminate();
  }

  worker.on('message', receive);
  worker.on('error', fail);
  worker.on('exit', fail);
  try {
    await wait(0);
  } catch (error) {
    await end();
    throw error;
  }
  return {
    query: async <Row>(sql: string, values: readonly SqlValue[]) =>
      (await run({ kind: 'query', sql, values })) as Row[],
    settle: async () => void (await run({ kind: 'settle' })),
    async close() {
      await run({ kind: 'close' }).finally(end);
    },
    end,
    get ended() {
      return ended;
    },
  };
}
