import type { Limits } from './limits.ts';
import { HttpProblem } from './problem.ts';

/**
 * Takes a place among the exports that are being written, for a client; what it returns gives it back.
 *
 * @throws HttpProblem `too-many-requests` when all places are taken, or this client's share of them
 */
export type TakeExportSlot = (client: string) => () => void;

/** The places of exports, of which one client never has all. */
export function createExportSlots({ exports, exportsPerClient }: Limits): TakeExportSlot {
  const taken = new Map<string, number>();
  let all = 0;
  return (client) => {
    const own = taken.get(client) ?? 0;
    if (own >= exportsPerClient) {
      throw busy(`Loopdesk writes ${exportsPerClient} files at once for one person, and is writing them.`);
    }
    if (all >= exports) throw busy(`Loopdesk writes ${exports} files at once, and is writing them.`);
    taken.set(client, own + 1);
    all++;
    return () => {
      const left = (taken.get(client) ?? 0) - 1;
      if (left > 0) taken.set(client, left);
      else taken.delete(client);
      all--;
    };
  };
}

function busy(detail: string): HttpProblem {
  return new HttpProblem('too-many-requests', `${detail} Try again in some seconds.`, {
    headers: { 'Retry-After': '5' },
  });
}
