/*
 * The bounds on what is taken in from the upstream, all of them. It is not our enemy, but it may be broken, and
 * half of what it sends was typed by strangers: no answer may cost us the process, or seconds of its event loop.
 */

const MEGABYTE = 1024 * 1024;

/** The body of one page: 1,000 tickets, the most that can be asked for, of 32 kB each. */
export const MAX_BODY_BYTES = 32 * MEGABYTE;

/** An error's body, which is looked at for one number. */
export const MAX_ERROR_BYTES = 64 * 1024;

/** Objects and lists within each other in a page. As documented they are four. */
export const MAX_DEPTH = 32;

/** JSON values on a page for each record that it may have. As documented a record has 28 of them. */
export const MAX_VALUES_PER_RECORD = 128;

/**
 * Records on a page, whatever was asked for: an upstream may have a page size of its own, but none above the largest
 * that can be asked for.
 */
const MAX_UNREQUESTED_RECORDS = 1000;

/** Records on a page when so many were asked for. Twice as many is a mistake in counting, more is no page. */
export function maxRecords(perPage: number): number {
  return Math.max(MAX_UNREQUESTED_RECORDS, 2 * perPage);
}

/** Characters of a ticket's description: four times what a customer may send. What is longer is cut. */
export const MAX_DESCRIPTION = 20_000;

/** Characters of every other text, which are names, addresses and codes. What is longer is cut. */
export const MAX_LABEL = 1000;

/** Characters of a text that may be an instant or a number: what is longer is neither, and is not looked at. */
export const MAX_NOTATION = 64;

/**
 * Tickets of a workspace in memory. So many take 0.5 GB with all that is built over them, twice that while a changed
 * list is read; it is also the most that an upstream's count is believed.
 */
export const MAX_TICKETS = 500_000;

/**
 * Characters of all of a workspace's tickets together, with a margin of 2 below what one text may hold in this
 * engine: the search joins all distinct words into one. 50,000 tickets of the usual length have 17 million.
 */
export const MAX_CHARACTERS = 200_000_000;

/** The longest wait that the upstream may ask for. Nobody means to stop us for more than a day. */
export const MAX_RETRY_AFTER_MS = 86_400_000;
