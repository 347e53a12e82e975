import type { Ticket } from '../../contract/index.ts';
import { inSlices, type Steps } from './steps.ts';
import { makeTextTable, type TextTable } from './text-table.ts';
import { type TokenLists, TokenReader } from './token-reader.ts';

/**
 * Every distinct token (what stands between white space) of the searched fields, and which tickets have it.
 * A searched word holds no white space, so it can only occur within a token: looking through the tokens
 * finds exactly what looking through all the texts would, in a fraction of the time.
 */
export interface SearchIndex {
  readonly tokens: TextTable;
  /** Positions of tickets: those with token `t` stand from `starts[t]` up to `starts[t + 1]`, ascending. */
  readonly tickets: Uint32Array;
  readonly starts: Uint32Array;
  /** The ids, one a ticket: as tokens, each would stand for one ticket alone. */
  readonly ids: TextTable;
}

/** Tickets whose texts one step reads. */
const SLICE = 512;
/** Tokens of tickets that one step counts. */
const CODES = 500_000;

export function* buildSearchIndex(tickets: readonly Ticket[]): Steps<SearchIndex> {
  const reader = new TokenReader(tickets.length);
  yield* inSlices(
    tickets.length,
    (from, to) => {
      for (const ticket of tickets.slice(from, to)) reader.read(ticket);
    },
    SLICE,
  );
  const lists = reader.lists();
  yield;
  const tokens = yield* makeTextTable(lists.tokens.length, (token) => lists.tokens[token] as string);
  const ids = yield* makeTextTable(tickets.length, (position) => String(tickets[position]?.id));
  return { tokens, ids, ...(yield* invert(lists)) };
}

/** Turns "the tokens of each ticket" into "the tickets of each token". */
function* invert(lists: TokenLists): Steps<Pick<SearchIndex, 'tickets' | 'starts'>> {
  const { codes, ends } = lists;
  const starts = new Uint32Array(lists.tokens.length + 1);
  yield* inSlices(
    codes.length,
    (from, to) => {
      for (let at = from; at < to; at++) (starts[(codes[at] as number) + 1] as number)++;
    },
    CODES,
  );
  for (let token = 0; token < lists.tokens.length; token++) {
    (starts[token + 1] as number) += starts[token] as number;
  }
  yield;
  const next = starts.slice();
  const tickets = new Uint32Array(codes.length);
  yield* inSlices(ends.length, (from, to) => {
    let at = from === 0 ? 0 : (ends[from - 1] as number);
    for (let position = from; position < to; position++) {
      for (; at < (ends[position] as number); at++) {
        tickets[(next[codes[at] as number] as number)++] = position;
      }
    }
  });
  return { tickets, starts };
}
