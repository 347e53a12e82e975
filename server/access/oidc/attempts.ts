import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { createSeal } from '../seal.ts';

/** A sign-in that has begun, as the browser keeps it, sealed. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  /** The secret behind the PKCE challenge. */
  readonly verifier: string;
  /** The path that was wanted. */
  readonly to: string;
  /** Epoch milliseconds. */
  readonly endsAt: number;
}

/** Attempts, each of which can be finished once, in the browser that began it. */
export interface Attempts {
  begin(to: string): { readonly attempt: Attempt; readonly sealed: string };
  /** The attempt that a browser keeps; null for none, or one that has ended. */
  open(sealed: string | null): Attempt | null;
  /** Takes an attempt for finishing; false when that was done before. */
  take(attempt: Attempt): boolean;
}

/** The most attempts that are remembered as taken; the provider takes each code but once too. */
const MOST_TAKEN = 10_000;

/**
 * Attempts that are kept by nobody but their browser.
 *
 * @param now the time in epoch milliseconds
 */
export function createAttempts(secret: string, lastMs: number, now: () => number): Attempts {
  const seal = createSeal(secret, 'sign-in');
  const taken = new LRUCache<string, true>({ max: MOST_TAKEN });
  return {
    begin(to) {
      const [state, nonce, verifier] = [random(), random(), random()];
      const attempt = { state, nonce, verifier, to, endsAt: now() + lastMs };
      return { attempt, sealed: seal.seal(JSON.stringify(attempt), 'attempt') };
    },
    open(sealed) {
      const text = sealed === null ? null : seal.open(sealed, 'attempt');
      if (text === null) return null;
      const attempt = JSON.parse(text) as Attempt;
      return now() < attempt.endsAt ? attempt : null;
    },
    take({ state }) {
      if (taken.has(state)) return false;
      taken.set(state, true);
      return true;
    },
  };
}

function random(): string {
  return randomBytes(32).toString('base64url');
}
