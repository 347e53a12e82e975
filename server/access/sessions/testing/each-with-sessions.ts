import { afterEach, beforeEach, type Mock, vi } from 'vitest';
import { createMemorySessionStore } from '../memory-session-store.ts';
import type { SessionStore } from '../session-store.ts';
import { createSessions, type Sessions } from '../sessions.ts';

/** An hour in milliseconds. */
export const HOUR = 3_600_000;
/** A person whom the provider has let in. */
export const ANNA = {
  person: { id: 'oidc:anna', name: 'Anna', email: null, userName: null, groups: [] },
  subject: 'anna',
  providerSession: 's1',
};

/** Objects of one test. */
interface Bench {
  stored: SessionStore;
  /** Whether the store fails. */
  isDown: boolean;
  /** Number of times that the store was asked for something. */
  asked: number;
  now: number;
  warn: Mock;
  info: Mock;
  sessions: Sessions;
  /** A second process on the same store. */
  elsewhere: Sessions;
  /** A process on the store. */
  open(freshMs?: number): Sessions;
  /** Signs Anna in, and answers what her browser holds. */
  begin(): Promise<string>;
}

/** Gives every test of a file two processes on one store of sessions, and a clock that the test moves. */
export function eachWithSessions(): Bench {
  const bench = {} as Bench;
  beforeEach(() => {
    vi.useFakeTimers();
    bench.stored = createMemorySessionStore();
    bench.isDown = false;
    bench.asked = 0;
    bench.now = Date.parse('2026-02-10T12:00:00Z');
    bench.warn = vi.fn();
    bench.info = vi.fn();
    bench.open = (freshMs) => openOn(bench, freshMs);
    bench.begin = () => bench.sessions.begin(ANNA, () => null);
    bench.sessions = bench.open();
    bench.elsewhere = bench.open();
  });
  afterEach(() => {
    bench.sessions.close();
    bench.elsewhere.close();
    vi.useRealTimers();
  });
  return bench;
}

function openOn(bench: Bench, freshMs?: number): Sessions {
  return createSessions({
    store: reach(bench),
    freshMs,
    idleMs: 8 * HOUR,
    longestMs: 24 * HOUR,
    now: () => bench.now,
    logger: { warn: bench.warn, info: bench.info },
  });
}

/** The store, which fails while it is down. */
function reach(bench: Bench): SessionStore {
  return new Proxy(bench.stored, {
    get:
      (store, name: keyof SessionStore) =>
      async (...values: readonly never[]) => {
        bench.asked += 1;
        if (bench.isDown) throw new Error('down');
        return (store[name] as (...values: readonly never[]) => unknown)(...values);
      },
  });
}
