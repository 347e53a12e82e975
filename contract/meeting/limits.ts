/*
 * The limits of a meeting. What the product makes stays within; what a file or the browser's store holds
 * may be by any hand, and is refused before it can keep a window busy.
 */

/** The most tickets that a meeting can start with: one screen could not list more. */
export const MAX_AT_START = 500;

/** The most tickets that a meeting can have, added ones included. */
export const MAX_TICKETS = 1_000;

/** The longest typed texts, in characters. */
export const MAX_TEXT = { title: 120, decision: 500, owner: 120 } as const;

/** The longest description, in characters: customers can write 5,000. */
export const MAX_DESCRIPTION = 8_000;

/** The longest other text, in characters: names, addresses and codes. */
export const MAX_LABEL = 500;

/** The longest query of a meeting, in characters of an address: no server takes a longer one. */
export const MAX_SEARCH = 100_000;

/**
 * The largest file that is read, in bytes. A meeting of the most tickets, each with the longest texts, in signs of three
 * bytes: 1,000 × 3 × (8,000 + 11 × 500) are 41 million, and 4 million are notes, names of fields and white space.
 */
export const MAX_FILE_BYTES = 50_000_000;
