/** The most that two clocks may part, in milliseconds. */
const MOST_MS = 3_600_000;

/** After they have parted, they must have agreed for so long. A machine that sleeps each night has days of such. */
const AGREED_MS = 6 * 3_600_000;

/** Two clocks, in milliseconds. */
export interface Clocks {
  /** Since the epoch, as the machine has it: it may be set. */
  readonly now: () => number;
  /** Since some instant of this process: it only goes on. */
  readonly elapsed: () => number;
}

/** Compares the machine's clock with one that nobody sets: what is erased by a wrong date is lost for good. */
export interface ClockGuard {
  /** Takes notice of a read of the upstream, which a machine of a wrong date can hardly make, as certificates have dates. */
  noteRead(): void;
  /** `parted` once after they have, then `unproven` until they have agreed for a while and something was read since. */
  check(): 'trusted' | 'unproven' | 'parted';
  /** Begins to compare anew, so that years of small corrections add up to nothing. */
  restart(): void;
}

export function createClockGuard({ now, elapsed }: Clocks): ClockGuard {
  let offset = now() - elapsed();
  let trustedFrom = elapsed();
  let hasRead = false;

  function restart(): void {
    offset = now() - elapsed();
  }

  function hasParted(): boolean {
    return Math.abs(now() - elapsed() - offset) > MOST_MS;
  }

  return {
    noteRead() {
      hasRead = true;
    },
    check() {
      if (hasParted()) {
        restart();
        trustedFrom = elapsed() + AGREED_MS;
        hasRead = false;
        return 'parted';
      }
      return hasRead && elapsed() >= trustedFrom ? 'trusted' : 'unproven';
    },
    restart,
  };
}
