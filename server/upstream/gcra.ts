const WINDOW_MS = 60_000;

/** The part of a minute's calls that may be made at once, so that a small workspace is there at once. */
const BURST = 1 / 4;

/** Hands out turns: a few at once after a rest, then one after another at an even distance. */
export interface Gcra {
  /**
   * Resolves when it is the caller's turn; turns are in the order of the calls. A caller that gives up while
   * it waits loses its turn, and nobody else gets it.
   *
   * @param now the moment that it is
   * @param wait waits for that many milliseconds; rejects when the caller gives up
   */
  wait(now: number, wait: (milliseconds: number) => Promise<void>): Promise<void>;
}

/** In no 60 seconds there are more turns than `perMinute`. It is the generic cell rate algorithm (GCRA). */
export function createGcra(perMinute: number): Gcra {
  const burst = Math.max(1, Math.floor(perMinute * BURST));
  // 60 seconds that begin with a burst have one turn of it, the others of it, and one every distance.
  const distance = Math.ceil(WINDOW_MS / (perMinute - burst + 1));
  let waiting = 0;
  /** The moment at which all turns given so far will have been earned at one every distance. */
  let earnedAt = Number.NEGATIVE_INFINITY;

  return {
    async wait(now, wait) {
      // The turns of those who gave up are owed by nobody.
      const owed = Math.min(earnedAt, now + (waiting + burst) * distance);
      const turn = Math.max(now, owed - (burst - 1) * distance);
      earnedAt = Math.max(owed, turn) + distance;
      if (turn === now) return;
      waiting++;
      try {
        await wait(turn - now);
      } finally {
        waiting--;
      }
    },
  };
}
