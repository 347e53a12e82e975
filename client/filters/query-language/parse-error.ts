/** Error in a part of a typed query, with its place; `to` is exclusive. */
export interface ParseError {
  readonly from: number;
  readonly to: number;
  /** A sentence that names the word. */
  readonly message: string;
  /** Text to put in its place, if it is clear; null when it is not. */
  readonly replacement: string | null;
}
