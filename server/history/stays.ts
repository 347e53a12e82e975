/** Stretches of buckets at whose ends a ticket was open, in one group, and passed the filters; in no order. */
export interface Stays {
  /** How many there are. */
  readonly count: number;
  /** Four numbers each: the place of the ticket, the code of its group, the first bucket and the one after the last. */
  readonly rows: Int32Array;
}

/** Collects stays. */
export interface StayList extends Stays {
  add(ticket: number, group: number, from: number, to: number): void;
}

/** The numbers of a stay in its rows. */
export const STAY_WIDTH = 4;

export function createStays(room: number): StayList {
  let rows = new Int32Array(STAY_WIDTH * Math.max(16, room));
  let count = 0;

  function widen(): void {
    const wider = new Int32Array(2 * rows.length);
    wider.set(rows);
    rows = wider;
  }

  return {
    get count() {
      return count;
    },
    get rows() {
      return rows;
    },
    add(ticket, group, from, to) {
      const place = STAY_WIDTH * count++;
      if (place === rows.length) widen();
      rows[place] = ticket;
      rows[place + 1] = group;
      rows[place + 2] = from;
      rows[place + 3] = to;
    },
  };
}

/** Steps between so many buckets, of which {@link sumUp} makes the counts in them. */
export function makeSteps(buckets: number): Int32Array {
  return new Int32Array(buckets + 1);
}

/** Counts one more in the buckets from `from` up to `to`. */
export function addStretch(steps: Int32Array, from: number, to: number): void {
  (steps[from] as number)++;
  (steps[to] as number)--;
}

/** Turns the steps between buckets into the counts in them. */
export function sumUp<Steps extends Int32Array | Uint32Array>(steps: Steps): Steps {
  for (let index = 1; index < steps.length; index++) {
    (steps[index] as number) += steps[index - 1] as number;
  }
  return steps.subarray(0, -1) as Steps;
}
