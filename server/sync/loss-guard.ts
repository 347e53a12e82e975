import type { Ticket } from '../../contract/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { UpstreamFailure } from '../upstream/failure.ts';

/** The sentence for readers while it is not believed that most tickets are gone. */
export const UNCONFIRMED_LOSS_SENTENCE =
  'QuestionPro suddenly listed far fewer tickets than before. Loopdesk keeps what it had, and reads once more before it believes that.';

/** An answer that is valid, and hard to believe. */
export class UnconfirmedLoss extends UpstreamFailure {
  constructor() {
    super('unreadable', { status: 200 });
  }
}

/** The tickets of a read of all pages, and whether those that it lacks are gone. */
interface ReadResult {
  readonly tickets: ReadonlyMap<number, Ticket>;
  readonly complete: boolean;
}

/** Takes an upstream at its word, but not at once when most of what it had is gone. */
export interface LossGuard {
  /** @throws UnconfirmedLoss when it is the first to say so */
  checkRead(read: ReadResult, newest: Snapshot | null): void;
  /** @throws UnconfirmedLoss likewise; one page without a count says nothing about the others */
  checkFirstPage(totalCount: number | null, newest: Snapshot): void;
}

/**
 * A guard of one workspace. A list that has lost most of its tickets between two reads has more likely been emptied
 * by a fault of the upstream, such as an index that is being built anew, than by people, who close a ticket and let it
 * stand. So such an answer has to come twice, each time with the usual wait before it is asked again.
 */
export function createLossGuard(): LossGuard {
  let isWarned = false;

  function compare(before: number, after: number): void {
    const isLoss = isMostGone(before, after);
    const isFirst = isLoss && !isWarned;
    isWarned = isLoss;
    if (isFirst) throw new UnconfirmedLoss();
  }

  return {
    checkRead({ complete, tickets }, newest) {
      const known = newest?.tickets ?? [];
      // What is not complete takes no ticket away.
      compare(known.length, complete ? countIn(known, tickets) : known.length);
    },
    checkFirstPage(totalCount, { tickets }) {
      if (totalCount !== null) compare(tickets.length, totalCount);
    },
  };
}

/** More than half. A survey that is deleted takes fewer with it, and where it takes more, the guard costs one read. */
function isMostGone(before: number, after: number): boolean {
  return after < before / 2;
}

function countIn(known: readonly Ticket[], tickets: ReadonlyMap<number, Ticket>): number {
  return known.reduce((count, { id }) => count + (tickets.has(id) ? 1 : 0), 0);
}
