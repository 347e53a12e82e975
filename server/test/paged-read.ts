import type { Ticket } from '../../contract/index.ts';
import type { FetchPage, ReadPage } from '../sync/pages.ts';
import { readTickets } from '../sync/read-tickets.ts';

/** A list that is cut into pages of `perPage`, as it is at the time of each call. */
export function paged(list: () => readonly Ticket[], perPage: number): (page: number) => ReadPage {
  return (page) => {
    const all = list();
    const records = all.slice((page - 1) * perPage, page * perPage);
    return { tickets: records, unreadable: 0, received: records.length, totalCount: all.length };
  };
}

/** Reads all pages of what answers so, with the ids it got and the pages it asked for. */
export async function read(
  answer: (page: number) => ReadPage,
  expectedGap = 0,
  concurrency = 3,
  mayRepeat = () => true,
) {
  const asked: number[] = [];
  const fetchPage: FetchPage = async (page) => {
    asked.push(page);
    return answer(page);
  };
  const result = await readTickets({
    fetchPage,
    known: [],
    expectedGap,
    mayRepeat,
    concurrency,
    signal: new AbortController().signal,
    onProgress: async () => {},
  });
  return { ...result, ids: [...result.tickets.keys()].sort((a, b) => a - b), asked };
}
