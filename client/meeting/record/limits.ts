/*
 * How large a meeting may be, all of it. What the product makes stays within; what a file or the browser's store holds
 * may be by any hand, and is refused before it can keep a window busy.
 */

/** How many tickets a meeting can begin with: more are no meeting, and one screen could not list them. */
export const MAX_AT_START = 500;

/** How many tickets a meeting can have when later ones have joined. */
export const MAX_TICKETS = 1_000;

/** How long what is typed may be, in characters: a sentence or two, and names. */
export const MAX_TEXT = { name: 120, decision: 500, owner: 120 } as const;

/** How much of a ticket's words a meeting has, in characters: customers can write 5,000. */
export const MAX_WORDS = 8_000;

/** How long every other text may be, in characters: names, addresses and codes. */
export const MAX_LABEL = 500;

/** How long the view of a meeting may be, as an address writes it: no server takes a longer one. */
export const MAX_SEARCH = 100_000;

/**
 * The largest file that is read, in bytes. A meeting of the most tickets, each with the longest texts, in signs of three
 * bytes: 1,000 × 3 × (8,000 + 11 × 500) are 41 million, and 4 million are notes, names of fields and white space.
 */
export const MAX_FILE_BYTES = 50_000_000;
