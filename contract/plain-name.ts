/** Embeddings, overrides and isolates. A language written from right to left needs none of them in a name. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;

/** A name, trimmed, without the characters that would turn it or what stands around it into another direction. */
export function plainName(name: string): string {
  return name.replace(TURNS, '').trim();
}
