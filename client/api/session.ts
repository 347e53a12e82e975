/** The session of the reader at the server, as the answers tell of it. */
class Session {
  /** How many times somebody has signed in again: an answer to a request of before tells nothing of now. */
  sessions = 0;
  #isEnded = false;
  #expectsSignIn = false;
  readonly #listeners = new Set<() => void>();

  readonly isEnded = (): boolean => this.#isEnded;

  /** Calls back when the session ends or goes on, until the answer is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Notes whether people sign in here: then a page or a redirect in the place of data asks them to. */
  expectSignIn(expects: boolean): void {
    this.#expectsSignIn = expects;
  }

  end(): void {
    this.#become(true);
  }

  /** Lets everything go on that has waited. */
  resume(): void {
    if (this.#isEnded) this.sessions += 1;
    this.#become(false);
  }

  /** Resolves when the session is open; rejects with the signal's reason when the caller has lost interest. */
  whenOpen(signal: AbortSignal | null | undefined): Promise<void> {
    if (!this.#isEnded) return Promise.resolve();
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      const settle = () => {
        if (this.#isEnded && signal?.aborted !== true) return;
        forget();
        signal?.removeEventListener('abort', settle);
        if (this.#isEnded) reject(signal?.reason);
        else resolve();
      };
      const forget = this.subscribe(settle);
      signal?.addEventListener('abort', settle);
    });
  }

  /** Whether an answer asks to sign in: ours, or that of a proxy that sends to its own page, or shows it. */
  isSignIn({ status, type, headers }: Response): boolean {
    if (status === 401) return true;
    if (!this.#expectsSignIn) return false;
    const isRedirect = type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
    return isRedirect || (status < 500 && /^text\/html\b/i.test(headers.get('content-type') ?? ''));
  }

  #become(isEnded: boolean): void {
    if (isEnded === this.#isEnded) return;
    this.#isEnded = isEnded;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The page's one session. */
export const session = new Session();
