/** The browser’s facts about the network’s cost, where it has them. */
interface NetworkInformation {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** Fetches a part ahead; false when it could not be had. */
type Fetch = () => Promise<boolean>;

/** The pause between two parts in a browser without an idea of idleness, in milliseconds. */
const PAUSE = 2_000;

/** Fetches parts of the screen ahead of their use. */
export function createPrefetcher() {
  const parts: Fetch[] = [];
  return {
    /** Has a part fetched ahead. Those that are registered first come first. */
    register: (fetch: Fetch): void => {
      parts.push(fetch);
    },
    /**
     * Fetches all parts, one after another and each while the browser is idle, so that they open at once and also when
     * the server is gone. Not where data is dear, and no further after one that could not be had.
     *
     * @returns calls off those that have not begun
     */
    run: (): (() => void) => {
      let calledOff = isDear((navigator as { readonly connection?: NetworkInformation }).connection);
      let forget = () => {};
      const next = (index: number) => {
        const fetch = parts[index];
        if (calledOff || fetch === undefined) return;
        forget = whenIdle(async () => {
          if (await fetch()) next(index + 1);
        });
      };
      next(0);
      return () => {
        calledOff = true;
        forget();
      };
    },
  };
}

/** The parts of this page. */
export const prefetcher = createPrefetcher();

/** Data is dear where the reader says so, and where the network is that of a phone of long ago. */
function isDear(connection: NetworkInformation | undefined): boolean {
  return connection?.saveData === true || /^(slow-)?2g$/.test(connection?.effectiveType ?? '');
}

function whenIdle(act: () => Promise<void>): () => void {
  if ('requestIdleCallback' in window) {
    const handle = requestIdleCallback(() => void act());
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(() => void act(), PAUSE);
  return () => clearTimeout(timer);
}
