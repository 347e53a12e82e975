import type { Ticket, Workspace } from '../../contract/index.ts';
import type { UpstreamClient } from '../upstream/client.ts';
import type { FetchPage, ReadPage } from './pages.ts';
import { estimatePrice } from './price.ts';
import type { TicketRead } from './read-tickets.ts';

/** The parts that fetch a workspace's pages. */
interface PageFetcherOptions {
  readonly client: UpstreamClient;
  readonly workspace: Workspace;
  readonly perPage: number;
  /** The ticket as it is known, when nothing about it has changed. */
  readonly recognise: (ticket: Ticket) => Ticket;
  /** Is told what reading all pages costs, whenever that is reckoned anew. */
  readonly setPrice: (calls: number) => void;
}

/** Fetches the pages of a workspace, and learns from them what it costs to read them all. */
export interface PageFetcher {
  /** @param isForced the first page may be tried although the upstream wants to be left alone for long */
  fetch(isForced: boolean): FetchPage;
  /** A read has ended. */
  learn(read: TicketRead): void;
}

export function createPageFetcher(options: PageFetcherOptions): PageFetcher {
  const { client, workspace, perPage, recognise, setPrice } = options;
  let first: Pick<ReadPage, 'received' | 'totalCount'> | null = null;
  let last: Pick<TicketRead, 'seen' | 'total'> | null = null;

  function updatePrice(): void {
    const price = first === null ? null : estimatePrice(first, last);
    if (price !== null) setPrice(price);
  }

  return {
    fetch: (isForced) => async (page, signal) => {
      const isFirst = page === 1;
      const answer = await client.readPage({
        workspace: workspace.id,
        page,
        perPage,
        signal,
        isForced: isForced && isFirst,
      });
      const { received, totalCount } = answer;
      if (isFirst) {
        first = { received, totalCount };
        updatePrice();
      }
      return { ...answer, tickets: answer.tickets.map(recognise) };
    },
    learn({ seen, total }) {
      last = { seen, total };
      updatePrice();
    },
  };
}
