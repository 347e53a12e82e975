/** What is wrong with a part of a typed query, and where. */
export interface QueryError {
  readonly from: number;
  readonly to: number;
  /** A sentence that names the word. */
  readonly message: string;
  /** What to put in its place, if it is clear; null when it is not. */
  readonly instead: string | null;
}
