import { LRUCache } from 'lru-cache';
import { FACETS, type Ticket, type TicketList } from '../../contract/index.ts';
import type { CountedFacets } from '../query/index.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { Limits } from './limits.ts';

/** Writes a list as JSON, in UTF-8. */
type ListWriter = (
  bytes: ByteWriter,
  tickets: readonly Ticket[],
  facets: CountedFacets,
  rest: Omit<TicketList, 'tickets' | 'facets'>,
) => void;

type Entries = CountedFacets[keyof CountedFacets]['entries'];

/** Bytes that a ticket's JSON takes besides its text. */
const OVERHEAD = 256;

const COMMA = Buffer.from(',');
const TICKETS_START = Buffer.from('{"tickets":[');
const FACETS_START = Buffer.from('],"facets":{');
const FACETS_END = Buffer.from('},');
const COUNTS_END = Buffer.from('}]');
const NO_COUNTS = Buffer.from('[]');

const FACET_STARTS = FACETS.map((facet, index) => {
  const start = Buffer.from(`${index === 0 ? '' : ','}${JSON.stringify(facet)}:`);
  return { facet, start };
});

/**
 * Writes each ticket and each facet's values once, and puts the lists that they are on together from the pieces: a ticket
 * never changes, and of a snapshot's facets only the counts do.
 */
export function createListWriter({ keptTicketBytes }: Pick<Limits, 'keptTicketBytes'>): ListWriter {
  const tickets = new LRUCache<Ticket, Buffer>({
    maxSize: keptTicketBytes,
    sizeCalculation: (json) => json.length + OVERHEAD,
  });
  const values = new WeakMap<Entries, readonly Buffer[]>();

  function writeTicket(ticket: Ticket): Buffer {
    const kept = tickets.get(ticket);
    if (kept !== undefined) return kept;
    const json = Buffer.from(JSON.stringify(ticket));
    tickets.set(ticket, json);
    return json;
  }

  /** The piece before each value's count: the comma, the value and its label. */
  function writeValues(entries: Entries): readonly Buffer[] {
    const kept = values.get(entries);
    if (kept !== undefined) return kept;
    const pieces = entries.map(({ value, label }, code) => {
      const start = JSON.stringify({ value, label }).slice(0, -1);
      return Buffer.from(`${code === 0 ? '[' : '},'}${start},"count":`);
    });
    values.set(entries, pieces);
    return pieces;
  }

  function addFacet(bytes: ByteWriter, { entries, counts }: CountedFacets[keyof CountedFacets]): void {
    const pieces = writeValues(entries);
    for (let code = 0; code < pieces.length; code++) {
      bytes.add(pieces[code] as Buffer);
      bytes.addNumber(counts[code] as number);
    }
    bytes.add(entries.length === 0 ? NO_COUNTS : COUNTS_END);
  }

  return (bytes, listed, facets, rest) => {
    bytes.add(TICKETS_START);
    for (let index = 0; index < listed.length; index++) {
      if (index > 0) bytes.add(COMMA);
      bytes.add(writeTicket(listed[index] as Ticket));
    }
    bytes.add(FACETS_START);
    for (const { facet, start } of FACET_STARTS) {
      bytes.add(start);
      addFacet(bytes, facets[facet]);
    }
    bytes.add(FACETS_END);
    bytes.addText(JSON.stringify(rest).slice(1));
  };
}
