/**
 * Material to invent customers who complain in one language. Templates have slots in braces: `{product}`,
 * `{shop}`, `{order}` and `{days}`, which is from 11 to 20, so that no language needs a second plural.
 */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  /** Share beside the other languages. */
  readonly weight: number;
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
  /** With the slots `{given}` and `{family}`. */
  readonly fullName: string;
  /** Text between two sentences. */
  readonly separator: string;
  readonly products: readonly string[];
  readonly shops: readonly string[];
  /** Whole texts of a few words. */
  readonly short: readonly string[];
  /** Sentences that say what is wrong. */
  readonly complaints: readonly string[];
  /** Sentences that say more about it. */
  readonly details: readonly string[];
  /** Sentences that say what the customer wants. */
  readonly wishes: readonly string[];
}
