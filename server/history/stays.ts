/** Stretches of buckets at whose ends a ticket was open and passed the filters, in no order. */
export interface Stays {
  readonly count: number;
  /** The place of the ticket. */
  readonly ticket: (stay: number) => number;
  /** The code of the group that it was in; 0 when there are no groups. */
  readonly group: (stay: number) => number;
  /** The first bucket, and the one after the last. */
  readonly from: (stay: number) => number;
  readonly to: (stay: number) => number;
  readonly isOverdue: (stay: number) => boolean;
  add(ticket: number, group: number, isOverdue: boolean, from: number, to: number): void;
}

/** Numbers that a stay takes. */
const WIDTH = 5;

export function createStays(room: number): Stays {
  let rows = new Int32Array(WIDTH * Math.max(16, room));
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
    ticket: (stay) => rows[WIDTH * stay] as number,
    group: (stay) => rows[WIDTH * stay + 1] as number,
    from: (stay) => rows[WIDTH * stay + 2] as number,
    to: (stay) => rows[WIDTH * stay + 3] as number,
    isOverdue: (stay) => rows[WIDTH * stay + 4] === 1,
    add(ticket, group, isOverdue, from, to) {
      const place = WIDTH * count++;
      if (place === rows.length) widen();
      rows[place] = ticket;
      rows[place + 1] = group;
      rows[place + 2] = from;
      rows[place + 3] = to;
      rows[place + 4] = Number(isOverdue);
    },
  };
}

/** Counts, for each of so many buckets, the stays of which `counts` holds: one more from `from` on, one less from `to` on. */
export function countPerBucket(
  { count, from, to }: Stays,
  buckets: number,
  counts: (stay: number) => boolean,
): Int32Array {
  const steps = new Int32Array(buckets + 1);
  for (let stay = 0; stay < count; stay++) {
    if (!counts(stay)) continue;
    (steps[from(stay)] as number)++;
    (steps[to(stay)] as number)--;
  }
  return sumUp(steps);
}

/** Turns the steps between buckets into the counts in them. */
export function sumUp(steps: Int32Array): Int32Array {
  for (let index = 1; index < steps.length; index++) {
    (steps[index] as number) += steps[index - 1] as number;
  }
  return steps.subarray(0, -1);
}
