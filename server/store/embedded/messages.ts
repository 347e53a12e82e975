import type { SqlValue } from '../database.ts';

/** A task for the worker. Its answer has the same number. */
export type Task = { readonly number: number } & (
  | { readonly kind: 'query'; readonly sql: string; readonly values: readonly SqlValue[] }
  /** Sees to it that what was written so far survives a power cut. */
  | { readonly kind: 'settle' }
  | { readonly kind: 'close' }
);

/** The answer to a task; what is number 0 says that the database is open, or why not. */
export type Answer = { readonly number: number } & (
  | { readonly rows: unknown[] }
  /** The SQLSTATE or the system's code of a failure; null when the database has crashed. */
  | { readonly failure: string | null }
);

/** The data that a worker starts with. */
export interface WorkerInput {
  /** The folder of the database; it is there. */
  readonly directory: string;
}
