import type { Identity } from './identity.ts';

/**
 * The reasons for which a sign-in fails: the provider cannot be reached; the session cannot be stored; the attempt is
 * too old, was begun in another browser or has been used; the provider lets nobody in; its answer cannot be trusted; it
 * leaves out groups that the person would need.
 */
export const SIGN_IN_FAILURES = [
  'provider-away',
  'store-away',
  'stale',
  'refused',
  'invalid',
  'groups-left-out',
] as const;

export type SignInFailure = (typeof SIGN_IN_FAILURES)[number];

/** A sign-in that has failed. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly failure: SignInFailure;
  /** The path that the person wanted, for another try. */
  readonly to: string;

  constructor(failure: SignInFailure, to: string, options?: ErrorOptions) {
    super(`The sign-in has failed: ${failure}`, options);
    this.failure = failure;
    this.to = to;
  }
}

/** What a provider answers to, by way of the browser. */
interface CallbackRequest {
  /** The query as it came, with its question mark; empty for none. */
  readonly search: string;
  /** What the browser keeps of its attempt; null for nothing. */
  readonly attempt: string | null;
  /** The secret of a session that the browser has already; null for none. */
  readonly session: string | null;
}

/** Signs people in and out. What it gives for a browser goes into cookies that no script reads. */
export interface SignIn {
  /** Seconds for which an attempt may be finished, and for which a session may last. */
  readonly attemptSeconds: number;
  readonly sessionSeconds: number;
  /**
   * Begins an attempt: the address to send the browser to, and what it keeps until it comes back.
   *
   * @param to the wanted address; one that is no path of ours counts as `/`
   * @throws SignInError
   */
  begin(to: string): Promise<{ readonly location: string; readonly attempt: string }>;
  /**
   * Ends an attempt with a new session: its secret, whose it is, and the address that was wanted. A session that the
   * browser had ends.
   *
   * @throws SignInError
   */
  finish(callback: CallbackRequest): Promise<{
    readonly location: string;
    readonly session: string;
    readonly person: Identity;
  }>;
  /** Ends a session at once, and gives the address that ends the provider's too, or else our own; null for nobody's. */
  signOut(session: string): Promise<{ readonly location: string; readonly person: Identity | null }>;
  /**
   * Ends what a logout token of the provider names, and says whether it was one.
   *
   * @throws SignInError `provider-away` or `store-away` when that cannot be known or done now
   */
  acceptLogout(token: string): Promise<boolean>;
}
