import { isOf, type LoggedOut, type Session, type SessionStore } from './session-store.ts';

/** The log of a store that fails. */
export interface SessionsLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

/** A store that is told of ends until it has taken them, and whose failures are told once. */
export interface SessionEndings {
  /** Whether the store has failed at the last thing that was asked of it. */
  isFailing(): boolean;
  /** Asks the store for something, and rejects when it fails. */
  ask<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Does what may fail, as it is done again before long. */
  attempt(work: () => Promise<unknown>): Promise<unknown>;
  /** Removes a session, now or when the store takes it. */
  remove(hash: string): Promise<void>;
  /** Removes what a provider wants to have ended; what rejects is tried again by {@link retry}. */
  removeOf(loggedOut: LoggedOut): Promise<void>;
  /** Whether a session is one of those that a provider has ended and the store still has. */
  isLoggedOut(session: Session): boolean;
  /** Removes what could not be removed. */
  retry(): Promise<void>;
}

/**
 * The ends of sessions in a store, of which none is forgotten while it fails.
 *
 * @param onRemoved told of each session that a provider has ended
 */
export function createSessionEndings(
  store: SessionStore,
  logger: SessionsLog,
  onRemoved: (hash: string) => void,
): SessionEndings {
  const unended = new Set<string>();
  const unendedOf = new Set<LoggedOut>();
  let isFailing = false;

  async function ask<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work();
      if (isFailing) logger.info({}, 'sessions can be stored again');
      isFailing = false;
      return result;
    } catch (err) {
      if (!isFailing) {
        logger.warn({ err }, 'sessions cannot be stored: those known go on, and nobody can sign in');
      }
      isFailing = true;
      throw err;
    }
  }

  function attempt(work: () => Promise<unknown>): Promise<unknown> {
    return ask(work).catch(() => undefined);
  }

  async function remove(hash: string): Promise<void> {
    unended.add(hash);
    await attempt(async () => {
      await store.remove(hash);
      unended.delete(hash);
    });
  }

  async function removeOf(loggedOut: LoggedOut): Promise<void> {
    unendedOf.add(loggedOut);
    for (const hash of await ask(() => store.removeOf(loggedOut))) onRemoved(hash);
    // Not before: a look into the store that is under way must find it ended by the one or the other.
    unendedOf.delete(loggedOut);
  }

  return {
    isFailing: () => isFailing,
    ask,
    attempt,
    remove,
    removeOf,
    // What could not be removed yet must not come back by way of the store either.
    isLoggedOut: (session) =>
      unendedOf.size > 0 && [...unendedOf].some((loggedOut) => isOf(session, loggedOut)),
    async retry() {
      for (const hash of [...unended]) await remove(hash);
      for (const loggedOut of [...unendedOf]) await removeOf(loggedOut).catch(() => undefined);
    },
  };
}
