import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { createSessionToken, hashOfToken } from '../sessions/session-token.ts';
import { SECRET_PREFIX } from './token-secret.ts';
import type { StoredToken, TokenStore } from './token-store.ts';

interface TokensOptions {
  readonly store: TokenStore;
  /** Milliseconds that a token is known without asking the store; {@link FRESH_MS} when left out. */
  readonly freshMs?: number | undefined;
  /** The time in epoch milliseconds. */
  readonly now: () => number;
  readonly logger: { warn(facts: object, message: string): void };
}

/** Secrets that scripts sign in with. */
export interface Tokens {
  /**
   * Makes a token, and its secret, which nothing keeps; null for a person who has `most` already. Rejects when it cannot be
   * stored.
   */
  create(
    about: Pick<StoredToken, 'person' | 'name' | 'role' | 'expiresAt'>,
    most: number,
  ): Promise<{ readonly token: StoredToken; readonly secret: string } | null>;
  /** The token of a secret that has not ended; null for none. While the store fails, those known before stay known. */
  find(secret: string): StoredToken | null | Promise<StoredToken | null>;
  /** The tokens of a person, or of everybody (null), newest first. */
  list(personId: string | null): Promise<readonly StoredToken[]>;
  /** Ends a token of a person, or of anybody (null), at once, and gives it; null when there was none. */
  revoke(id: string, personId: string | null): Promise<StoredToken | null>;
}

interface Known {
  readonly token: StoredToken;
  /** Until then the store is not asked again. */
  freshUntil: number;
  touchedAt: number;
}

/** Milliseconds, as for sessions. */
const FRESH_MS = 30_000;
const PAUSE_MS = 5_000;
const TOUCH_MS = 60_000;
const MOST_KNOWN = 10_000;

/** The tokens of a store, known in the process for a while. */
export function createTokens({ store, freshMs = FRESH_MS, now, logger }: TokensOptions): Tokens {
  const known = new LRUCache<string, Known>({ max: MOST_KNOWN });
  const revoked = new LRUCache<string, true>({ max: MOST_KNOWN });
  let isFailing = false;

  function used(entry: Known): StoredToken | null {
    const { token } = entry;
    const time = now();
    if (revoked.has(token.id) || time >= token.expiresAt) return null;
    if (time - entry.touchedAt >= TOUCH_MS) {
      entry.touchedAt = time;
      store.touch(token.id, time).catch((err) => {
        logger.warn({ err }, 'the last use of an API token could not be stored');
      });
    }
    return token;
  }

  async function load(hash: string): Promise<StoredToken | null> {
    const before = known.get(hash);
    try {
      const token = await store.find(hash);
      isFailing = false;
      if (token === null) {
        known.delete(hash);
        return null;
      }
      const touchedAt = Math.max(token.usedAt ?? 0, before?.touchedAt ?? 0);
      const entry = { token, freshUntil: now() + freshMs, touchedAt };
      known.set(hash, entry);
      return used(entry);
    } catch (err) {
      if (!isFailing) logger.warn({ err }, 'API tokens cannot be looked up: those known go on');
      isFailing = true;
      if (before === undefined) return null;
      before.freshUntil = now() + PAUSE_MS;
      return used(before);
    }
  }

  return {
    async create(about, most) {
      const secret = createSessionToken();
      const hash = hashOfToken(secret) as string;
      const token = { ...about, id: randomUUID(), hash, createdAt: now(), usedAt: null };
      if (!(await store.insert(token, most))) return null;
      return { token, secret: `${SECRET_PREFIX}${secret}` };
    },
    find(secret) {
      const hash = secret.startsWith(SECRET_PREFIX) ? hashOfToken(secret.slice(SECRET_PREFIX.length)) : null;
      if (hash === null) return null;
      const entry = known.get(hash);
      return entry !== undefined && now() < entry.freshUntil ? used(entry) : load(hash);
    },
    list: (personId) => store.list(personId),
    async revoke(id, personId) {
      const token = await store.remove(id, personId);
      if (token !== null) revoked.set(id, true);
      return token;
    },
  };
}
