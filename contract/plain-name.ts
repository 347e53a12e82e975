/** Embeddings, overrides and isolates. A language written from right to left needs none of them in a name. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;

/** A character that is seen by itself. */
const SEEN = /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}]/u;

/**
 * A name, trimmed, without the characters that would turn it or what stands around it into another direction; empty where
 * nothing of it is seen.
 */
export function plainName(name: string): string {
  return SEEN.test(name) ? name.replace(TURNS, '').trim() : '';
}
