/** Timing of an answer: its `Date`, and the instants of its request and its arrival. */
interface ClockSample {
  /** The `Date` header, which counts whole seconds; null when the answer has none. */
  readonly date: string | null;
  /** By the monotonic clock (`performance.now()`), in milliseconds. */
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** The bounds of the difference between the server's clock and the monotonic one, in milliseconds. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A `Date` header is cut off to the second, in milliseconds. */
const RESOLUTION = 1_000;

/** Least correction that listeners are told at once, in milliseconds. */
const NOTICEABLE = 1_000;

export interface ServerClock {
  /** The server's time in epoch milliseconds; this machine's own until an answer has told it. */
  readonly now: () => number;
  /** Learns from an answer. */
  readonly learn: (sample: ClockSample) => void;
  /** Calls back when the time was corrected by a second or more, until the returned function is called. */
  readonly subscribe: (onCorrection: () => void) => () => void;
}

/**
 * A clock that follows the server's. Each answer bounds the difference to the monotonic clock, the closer the
 * faster it came; together they bound it to a fraction of a second. An answer that contradicts them means
 * that a clock was set, or the monotonic one slept with the machine: then only that answer counts.
 *
 * @param elapsed the monotonic clock, which no setting of the machine's clock moves
 * @param own this machine's clock, believed until an answer has come
 */
export function createServerClock(elapsed: () => number, own: () => number): ServerClock {
  let bounds: Bounds | null = null;
  const start = own() - elapsed();
  const listeners = new Set<() => void>();
  const difference = () => (bounds === null ? start : (bounds.low + bounds.high) / 2);

  return {
    now: () => Math.round(elapsed() + difference()),
    learn({ date, sentAt, receivedAt }) {
      const told = date === null ? Number.NaN : Date.parse(date);
      if (Number.isNaN(told)) return;
      const before = difference();
      bounds = intersect(bounds, { low: told - receivedAt, high: told + RESOLUTION - sentAt });
      if (Math.abs(difference() - before) < NOTICEABLE) return;
      for (const listener of listeners) listener();
    },
    subscribe(onCorrection) {
      listeners.add(onCorrection);
      return () => listeners.delete(onCorrection);
    },
  };
}

function intersect(known: Bounds | null, sample: Bounds): Bounds {
  if (known === null) return sample;
  const low = Math.max(known.low, sample.low);
  const high = Math.min(known.high, sample.high);
  return low > high ? sample : { low, high };
}

/** The clock of the server that this page came from. */
export const serverClock = createServerClock(
  () => performance.now(),
  () => Date.now(),
);

/** The server's time in epoch milliseconds: what its instants are compared with, never this machine's clock. */
export function serverNow(): number {
  return serverClock.now();
}
