import { isOf, type Session, type SessionStore } from './session-store.ts';

/** Sessions that end with the process. */
export function createMemorySessionStore(): SessionStore {
  const sessions = new Map<string, Session>();

  function removeAll(isRemoved: (session: Session) => boolean): readonly string[] {
    const removed = [...sessions.values()].filter(isRemoved).map(({ hash }) => hash);
    for (const hash of removed) sessions.delete(hash);
    return removed;
  }

  return {
    insert: async (session) => {
      sessions.set(session.hash, session);
    },
    find: async (hash) => sessions.get(hash) ?? null,
    list: async () => [...sessions.values()],
    touch: async (hash, seenAt) => {
      const session = sessions.get(hash);
      if (session !== undefined && session.seenAt < seenAt) sessions.set(hash, { ...session, seenAt });
    },
    remove: async (hash) => {
      sessions.delete(hash);
    },
    removeOf: async (loggedOut) => removeAll((session) => isOf(session, loggedOut)),
    prune: async (now, idleSince) => {
      removeAll(({ endsAt, seenAt }) => endsAt <= now || seenAt <= idleSince);
    },
  };
}
