import { byteColumn, type Column, codeColumn, floatColumn } from './column.ts';

/** All changes, one value a change and column, by ascending instant. */
export interface ChangeLog {
  readonly count: number;
  /** The place of the ticket among all. */
  readonly ticket: Column<Uint32Array<ArrayBuffer>>;
  /** The place of the field in `HISTORY_FIELDS`. */
  readonly field: Column<Uint8Array<ArrayBuffer>>;
  readonly from: Column<Uint32Array<ArrayBuffer>>;
  readonly to: Column<Uint32Array<ArrayBuffer>>;
  /** Epoch milliseconds. */
  readonly at: Column<Float64Array<ArrayBuffer>>;
  readonly notBefore: Column<Float64Array<ArrayBuffer>>;
  add(change: LoggedChange): void;
  /** Drops the first so many changes; `renumber` gives the new place of each ticket of the others. */
  dropFirst(count: number, renumber: (ticket: number) => number): void;
}

/** A change, by the places of its ticket and its field. */
interface LoggedChange {
  readonly ticket: number;
  readonly field: number;
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly notBefore: number;
}

export function createChangeLog(): ChangeLog {
  const ticket = codeColumn();
  const field = byteColumn();
  const from = codeColumn();
  const to = codeColumn();
  const at = floatColumn();
  const notBefore = floatColumn();
  let count = 0;

  return {
    get count() {
      return count;
    },
    ticket,
    field,
    from,
    to,
    at,
    notBefore,
    add(change) {
      count++;
      ticket.push(change.ticket);
      field.push(change.field);
      from.push(change.from);
      to.push(change.to);
      at.push(change.at);
      notBefore.push(change.notBefore);
    },
    dropFirst(dropped, renumber) {
      count -= dropped;
      ticket.reset(ticket.all().slice(dropped).map(renumber));
      field.reset(field.all().slice(dropped));
      for (const codes of [from, to]) codes.reset(codes.all().slice(dropped));
      for (const instants of [at, notBefore]) instants.reset(instants.all().slice(dropped));
    },
  };
}
