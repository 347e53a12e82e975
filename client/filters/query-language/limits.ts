/**
 * The most characters that the box reads: room for as many numbers of tickets as a query may name, of the longest kind
 * and with a comma and a blank behind each, and for filters besides.
 */
export const MAX_QUERY_LENGTH = 40_000;

/** The most errors looked for in one text. Finding what was meant by a word compares it with every name. */
export const MAX_QUERY_ERRORS = 10;

/** The longest search and the longest value that the server takes, in characters. */
export const MAX_TEXT = 500;

/** The characters of a word that a sentence about it repeats. */
export const MOST_REPEATED = 40;
