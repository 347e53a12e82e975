import { LRUCache } from 'lru-cache';
import { createSessionEndings, type SessionsLog } from './session-endings.ts';
import { isOf, type LoggedOut, type Session, type SessionStore } from './session-store.ts';
import { createSessionToken, hashOfToken, idOfSession } from './session-token.ts';

interface SessionsOptions {
  readonly store: SessionStore;
  readonly idleMs: number;
  readonly longestMs: number;
  /** Milliseconds that a session is known without asking the store; {@link FRESH_MS} when left out. */
  readonly freshMs?: number | undefined;
  /** The time in epoch milliseconds. */
  readonly now: () => number;
  readonly logger: SessionsLog;
}

/** The state of sessions, for the figures of the process. */
export interface SessionFigures {
  /** Those that have been used since the process began and have not ended; 10,000 at most. */
  readonly known: number;
  readonly isFailing: boolean;
}

/** Who is signed in, as this process knows it. */
export interface Sessions {
  /**
   * Begins a session, and gives the secret for its browser. Rejects when it cannot be stored.
   *
   * @param sealTokens encrypts the provider's tokens for the session of this hash
   */
  begin(
    about: Pick<Session, 'person' | 'subject' | 'providerSession'>,
    sealTokens: (hash: string) => string | null,
  ): Promise<string>;
  /** The session of a secret that has not ended; null for none. While the store fails, those known before stay known. */
  find(token: string): Session | null | Promise<Session | null>;
  /** Ends the session of a secret at once, and tells what it was; null when this process cannot know. */
  end(token: string): Promise<Session | null>;
  /** The sessions of a person, or of everybody (null), the last seen first. Rejects when the store fails. */
  list(personId: string | null): Promise<readonly Session[]>;
  /** A session's name for people; see `idOfSession`. */
  idOf(session: Session): string;
  /**
   * Ends one of these by its id, at once, and tells what it was; null when there is none. Rejects when the store fails.
   */
  endById(id: string, personId: string | null): Promise<Session | null>;
  /** Ends sessions at once, as their provider wants it. Rejects when others may not have ended yet. */
  endOf(loggedOut: LoggedOut): Promise<void>;
  figures(): SessionFigures;
  close(): void;
}

interface Known {
  readonly session: Session;
  seenAt: number;
  touchedAt: number;
  /** Until then the store is not asked again. */
  freshUntil: number;
}

/** Milliseconds that a session is known without asking the store; and that it is left alone after it has failed. */
const FRESH_MS = 30_000;
const PAUSE_MS = 5_000;

/** Milliseconds between two notes of when a session was seen; and between two clearings of the store. */
const TOUCH_MS = 60_000;
const SWEEP_MS = 60_000;

/** The most sessions that are known in the process; the store has all. */
const MOST_KNOWN = 10_000;

/** The sessions of a store, known in the process for a while, and not a moment longer than they last. */
export function createSessions(options: SessionsOptions): Sessions {
  const { store, idleMs, longestMs, freshMs = FRESH_MS, now, logger } = options;
  const known = new LRUCache<string, Known>({ max: MOST_KNOWN });
  const loading = new Map<string, Promise<Session | null>>();
  // Those ended here: a look into the store that is under way must not bring them back.
  const ended = new LRUCache<string, true>({ max: MOST_KNOWN });
  const endings = createSessionEndings(store, logger, forget);
  const { ask, attempt, remove } = endings;

  function forget(hash: string): void {
    known.delete(hash);
    ended.set(hash, true);
  }

  /** The session, if it has not ended, noting that it was seen. */
  function seen(entry: Known): Session | null {
    const { session } = entry;
    const time = now();
    if (isOver(session, entry.seenAt, time)) {
      forget(session.hash);
      void remove(session.hash);
      return null;
    }
    entry.seenAt = Math.max(entry.seenAt, time);
    if (time - entry.touchedAt >= TOUCH_MS) {
      entry.touchedAt = time;
      void attempt(() => store.touch(session.hash, time));
    }
    return session;
  }

  function isOver(session: Session, seenAt: number, time: number): boolean {
    return time >= session.endsAt || time - seenAt >= idleMs || endings.isLoggedOut(session);
  }

  async function load(hash: string): Promise<Session | null> {
    const before = known.get(hash);
    try {
      const session = await ask(() => store.find(hash));
      if (session === null) known.delete(hash);
      if (session === null || ended.has(hash)) return null;
      const seenAt = Math.max(session.seenAt, before?.seenAt ?? 0);
      const entry = { session, seenAt, touchedAt: session.seenAt, freshUntil: now() + freshMs };
      known.set(hash, entry);
      return seen(entry);
    } catch {
      if (before === undefined || ended.has(hash)) return null;
      before.freshUntil = now() + PAUSE_MS;
      return seen(before);
    }
  }

  function findByHash(hash: string): Session | null | Promise<Session | null> {
    if (ended.has(hash)) return null;
    const entry = known.get(hash);
    if (entry !== undefined && now() < entry.freshUntil) return seen(entry);
    const underWay = loading.get(hash) ?? load(hash).finally(() => loading.delete(hash));
    loading.set(hash, underWay);
    return underWay;
  }

  async function list(personId: string | null): Promise<readonly Session[]> {
    const stored = await ask(() => store.list());
    return stored
      .map((session) => {
        const seenAt = Math.max(session.seenAt, known.get(session.hash)?.seenAt ?? 0);
        return { ...session, seenAt };
      })
      .filter(
        (session) =>
          (personId === null || session.person.id === personId) &&
          !ended.has(session.hash) &&
          !isOver(session, session.seenAt, now()),
      )
      .toSorted((a, b) => b.seenAt - a.seenAt);
  }

  async function sweep(): Promise<void> {
    await endings.retry();
    // The store learns late of who was seen.
    await attempt(() => store.prune(now(), now() - idleMs - 2 * TOUCH_MS));
  }

  const sweeping = setInterval(() => void sweep(), SWEEP_MS).unref();

  return {
    async begin(about, sealTokens) {
      const token = createSessionToken();
      const hash = hashOfToken(token) as string;
      const time = now();
      const times = { createdAt: time, seenAt: time, endsAt: time + longestMs };
      const session: Session = { ...about, hash, tokens: sealTokens(hash), ...times };
      await ask(() => store.insert(session));
      known.set(hash, { session, seenAt: time, touchedAt: time, freshUntil: time + freshMs });
      return token;
    },
    find(token) {
      const hash = hashOfToken(token);
      return hash === null ? null : findByHash(hash);
    },
    async end(token) {
      const hash = hashOfToken(token);
      if (hash === null) return null;
      const session = await findByHash(hash);
      forget(hash);
      await remove(hash);
      return session;
    },
    list,
    idOf: ({ hash }) => idOfSession(hash),
    async endById(id, personId) {
      const session = (await list(personId)).find(({ hash }) => idOfSession(hash) === id) ?? null;
      if (session === null) return null;
      forget(session.hash);
      await remove(session.hash);
      return session;
    },
    async endOf(loggedOut) {
      for (const [hash, { session }] of known.entries()) if (isOf(session, loggedOut)) forget(hash);
      await endings.removeOf(loggedOut);
    },
    figures() {
      const lasting = [...known.values()].filter(({ session, seenAt }) => !isOver(session, seenAt, now()));
      return { known: lasting.length, isFailing: endings.isFailing() };
    },
    close: () => clearInterval(sweeping),
  };
}
