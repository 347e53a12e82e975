/** Longest wait for the other tabs before writing anyway, in milliseconds: one of them may be asleep. */
const PATIENCE = 1_000;

/**
 * Writes when no other tab of this browser does: what a tab reads and writes in one go is only then sure to have
 * nothing of another one in between. Where the browser has no locks it is written at once; a page that goes away, or
 * has waited long enough, writes as well.
 *
 * @param name what is written: tabs wait for each other only over the same
 * @param write reads, merges and writes
 * @returns what `write` has answered
 */
export function withWriteLock(name: string, write: () => boolean): Promise<boolean> {
  const { locks } = (globalThis.navigator ?? {}) as Partial<Navigator>;
  if (locks === undefined) return Promise.resolve(write());
  return new Promise((resolve) => {
    let isOver = false;
    const act = () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      removeEventListener('pagehide', act);
      resolve(write());
    };
    const timer = setTimeout(act, PATIENCE);
    addEventListener('pagehide', act);
    // Where a lock is refused, as in a sandboxed page, it is written without one.
    locks.request(name, act).catch(act);
  });
}
