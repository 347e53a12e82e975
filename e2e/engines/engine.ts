/** Values that go to a page and come back from it. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A browser with one page: as much as a person's hands and eyes need, and no more, so that any engine can be one. */
export interface Engine {
  readonly goto: (url: string) => Promise<void>;
  /** Runs a function in the page. It reaches nothing outside itself: its text is what is sent. */
  readonly run: <Args extends readonly Json[], Result>(
    inPage: (...args: Args) => Result,
    ...args: Args
  ) => Promise<Awaited<Result>>;
  /** Presses the mouse's left button, in CSS pixels from the window's corner. */
  readonly clickAt: (x: number, y: number) => Promise<void>;
  /** Presses keys together, each by its name or by the character that it writes: those before the last are held. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Makes the page so large, in CSS pixels. */
  readonly resize: (width: number, height: number) => Promise<void>;
  /** Picture of what is in sight, as a PNG. */
  readonly screenshot: () => Promise<Buffer>;
  readonly stop: () => Promise<void>;
}
