/** Calendar days begin at a quarter of an hour in every zone. */
const QUARTER_MS = 900_000;

/** The instants of reads, the last of each quarter of an hour: so it is known of every day whether it had one. */
interface ReadTimes {
  /** Ascending, in epoch milliseconds. */
  all(): readonly number[];
  /** Adds one that is not before the last. */
  add(instant: number): void;
  /** Drops those that are later than a read that is about to be added. */
  dropAfter(instant: number): void;
  dropBefore(instant: number): void;
}

export function createReadTimes(): ReadTimes {
  let times: number[] = [];

  function add(instant: number): void {
    const last = times.at(-1);
    if (last !== undefined && quarterOf(last) === quarterOf(instant)) times.pop();
    times.push(instant);
  }

  return {
    all: () => times,
    add,
    dropAfter(latest) {
      times = times.filter((time) => time <= latest);
    },
    dropBefore(instant) {
      times = times.filter((time) => time >= instant);
    },
  };
}

function quarterOf(instant: number): number {
  return Math.floor(instant / QUARTER_MS);
}
