import { LRUCache } from 'lru-cache';
import type { Ticket, TicketList } from '../../contract/index.ts';
import type { Limits } from './limits.ts';

/** Writes a list as JSON, in UTF-8. */
type ListWriter = (tickets: readonly Ticket[], rest: Omit<TicketList, 'tickets'>) => Buffer;

/** Bytes that a ticket's JSON takes besides its text. */
const OVERHEAD = 256;

const START = Buffer.from('{"tickets":[');
const COMMA = Buffer.from(',');

/** Writes each ticket once, and puts the lists that it is on together from the pieces: a ticket never changes. */
export function createListWriter({ keptTicketBytes }: Pick<Limits, 'keptTicketBytes'>): ListWriter {
  const written = new LRUCache<Ticket, Buffer>({
    maxSize: keptTicketBytes,
    sizeCalculation: (json) => json.length + OVERHEAD,
  });

  function write(ticket: Ticket): Buffer {
    const kept = written.get(ticket);
    if (kept !== undefined) return kept;
    const json = Buffer.from(JSON.stringify(ticket));
    written.set(ticket, json);
    return json;
  }

  return (tickets, rest) => {
    const pieces = tickets.flatMap((ticket, index) =>
      index === 0 ? [write(ticket)] : [COMMA, write(ticket)],
    );
    const end = Buffer.from(`],${JSON.stringify(rest).slice(1)}`);
    return Buffer.concat([START, ...pieces, end]);
  };
}
