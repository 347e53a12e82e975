import { STATE_FIELDS } from '../../contract/index.ts';
import { byteColumn, type Column, codeColumn, floatColumn } from './column.ts';
import type { RecordedTicket } from './recording.ts';

type Floats = Column<Float64Array<ArrayBuffer>>;
type Codes = Column<Uint32Array<ArrayBuffer>>;

/** All tickets that were ever listed, one value a ticket and column, in the order in which they were first seen. */
export interface TicketColumns {
  readonly count: number;
  readonly ids: Floats;
  /** NaN for a ticket without an issue date. */
  readonly issuedAt: Floats;
  readonly seenAt: Floats;
  /** NaN for a ticket of the very first read. */
  readonly notBefore: Floats;
  /** The first known state and the newest one, a column of codes for each of `STATE_FIELDS`. */
  readonly first: readonly Codes[];
  readonly current: readonly Codes[];
  /** 1 for a ticket that the upstream lists now, else 0. */
  readonly listed: Column<Uint8Array<ArrayBuffer>>;
  /** Counts how often any issue date was set. */
  readonly dated: number;
  /** The place of the ticket of that id; undefined when none was ever seen. */
  find(id: number): number | undefined;
  add(ticket: RecordedTicket): void;
  setIssued(index: number, issuedAt: number | null): void;
  /** Keeps only the tickets at these places, which are ascending. */
  keep(indexes: readonly number[]): void;
}

export function createTicketColumns(): TicketColumns {
  const ids = floatColumn();
  const issuedAt = floatColumn();
  const seenAt = floatColumn();
  const notBefore = floatColumn();
  const first = STATE_FIELDS.map(codeColumn);
  const current = STATE_FIELDS.map(codeColumn);
  const listed = byteColumn();
  let indexOf = new Map<number, number>();
  let dated = 0;

  return {
    get count() {
      return indexOf.size;
    },
    get dated() {
      return dated;
    },
    ids,
    issuedAt,
    seenAt,
    notBefore,
    first,
    current,
    listed,
    find: (id) => indexOf.get(id),
    add(ticket) {
      if (indexOf.has(ticket.id)) throw new Error(`Ticket ${ticket.id} arrives a second time`);
      indexOf.set(ticket.id, indexOf.size);
      dated++;
      ids.push(ticket.id);
      issuedAt.push(ticket.issuedAt ?? Number.NaN);
      seenAt.push(ticket.seenAt);
      notBefore.push(ticket.notBefore ?? Number.NaN);
      listed.push(1);
      for (let place = 0; place < first.length; place++) {
        const code = ticket.state[place] as number;
        (first[place] as Codes).push(code);
        (current[place] as Codes).push(code);
      }
    },
    setIssued(index, issued) {
      dated++;
      issuedAt.set(index, issued ?? Number.NaN);
    },
    keep(indexes) {
      dated++;
      for (const column of [ids, issuedAt, seenAt, notBefore]) {
        const values = column.all();
        column.reset(Float64Array.from(indexes, (index) => values[index] as number));
      }
      for (const column of [...first, ...current]) {
        const values = column.all();
        column.reset(Uint32Array.from(indexes, (index) => values[index] as number));
      }
      const flags = listed.all();
      listed.reset(Uint8Array.from(indexes, (index) => flags[index] as number));
      indexOf = new Map(Array.from(ids.all(), (id, index) => [id, index]));
    },
  };
}
