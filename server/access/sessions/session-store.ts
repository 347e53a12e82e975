import type { Identity } from '../identity.ts';

/** A person who has signed in on one browser. Instants are epoch milliseconds. */
export interface Session {
  /** The digest of what the browser's cookie holds: nobody can make the cookie out of it. */
  readonly hash: string;
  readonly person: Identity;
  /** The person's name at the provider, as its logout tokens give it. */
  readonly subject: string;
  /** The provider's own name for this sign-in; null where it gives none. */
  readonly providerSession: string | null;
  /** Tokens of the provider, encrypted; null for none. */
  readonly tokens: string | null;
  readonly createdAt: number;
  /** The last request that is known to the store, which may be a minute behind. */
  readonly seenAt: number;
  /** The end, however busy the session is. */
  readonly endsAt: number;
}

/**
 * The sessions that a provider wants to have ended: all of a person, or that of one sign-in. One of both is given.
 * Whoever has signed in after `at`, in epoch milliseconds, stays.
 */
export interface LoggedOut {
  readonly subject: string | null;
  readonly providerSession: string | null;
  readonly at: number;
}

/** All sessions of one provider, as every process sees them. Its methods reject with a `StoreError` when it fails. */
export interface SessionStore {
  insert(session: Session): Promise<void>;
  find(hash: string): Promise<Session | null>;
  list(): Promise<readonly Session[]>;
  /** Notes when a session was last seen. */
  touch(hash: string, seenAt: number): Promise<void>;
  remove(hash: string): Promise<void>;
  /** Removes sessions, and tells the hashes of those that there were. */
  removeOf(loggedOut: LoggedOut): Promise<readonly string[]>;
  /** Removes sessions that end up to `now`, or were last seen up to `idleSince`. */
  prune(now: number, idleSince: number): Promise<void>;
}

/** Whether a session is one of those. A session whose sign-in has no name ends with any of its person. */
export function isOf({ subject, providerSession, createdAt }: Session, loggedOut: LoggedOut): boolean {
  if (createdAt > loggedOut.at) return false;
  if (loggedOut.subject !== null && loggedOut.subject !== subject) return false;
  if (loggedOut.providerSession === null || providerSession === null) return loggedOut.subject !== null;
  return providerSession === loggedOut.providerSession;
}
