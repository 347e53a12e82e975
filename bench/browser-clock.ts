import type { Page } from '@playwright/test';

/** The answer to an action: other rows in the list, or a ticket's text beside it. */
type Answer = 'list' | 'drawer';

/** Milliseconds from the event, as the browser dates it, until something was painted. */
export interface Waited {
  /** The rows in sight, or the drawer. */
  readonly inSight: number;
  /** All rows of the page; of the drawer the same. */
  readonly all: number;
}

declare global {
  interface Window {
    answered: Promise<Waited>;
  }
}

/**
 * Measures the time to the answer to the event that `act` causes. `act` must not look anything up by its
 * role: that has the page lay out what it has spared itself.
 *
 * @throws Error when nothing has changed after ten seconds
 */
export async function timed(page: Page, act: () => Promise<unknown>, answer: Answer): Promise<Waited> {
  await page.evaluate(watch, answer);
  await act();
  return page.evaluate(() => window.answered);
}

/** Runs in the page: promises the times between the next event and the painted answer to it. */
function watch(answer: Answer): void {
  const look = () => {
    if (answer === 'drawer') return document.querySelector('[role="dialog"] h3')?.textContent ?? '';
    const rowsInSight = [...document.querySelectorAll('a[data-ticket]')].slice(0, 20);
    // Some questions have the same first tickets, and another number of them.
    const range = document.querySelector('nav[aria-label="Pages"]')?.textContent;
    return [range, ...rowsInSight.map((link) => link.textContent)].join(' ');
  };
  const isWhole = () => document.querySelector('table[aria-label="Tickets"][aria-busy="true"]') === null;
  const before = look();
  let start: number | null = null;
  const note = ({ timeStamp }: Event) => {
    start ??= timeStamp;
  };
  for (const type of ['click', 'keydown', 'input']) {
    addEventListener(type, note, { capture: true, once: true });
  }
  // A task that is posted from within a frame runs when the frame has been painted, before what the page does then.
  const painted = (then: (waited: number) => void) =>
    requestAnimationFrame(() => {
      void scheduler.postTask(() => then(performance.now() - (start ?? 0)), { priority: 'user-blocking' });
    });

  window.answered = new Promise((resolve, reject) => {
    let inSight: number | null = null;
    let changed = false;
    const observer = new MutationObserver(() => {
      if (start === null) return;
      if (!changed && look() !== before) {
        changed = true;
        painted((waited) => {
          inSight = waited;
        });
      }
      if (!changed || !isWhole()) return;
      observer.disconnect();
      clearTimeout(giveUp);
      painted((all) => resolve({ inSight: inSight ?? all, all }));
    });
    const giveUp = setTimeout(() => reject(new Error(`nothing has changed: ${look().slice(0, 80)}`)), 10_000);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['aria-busy'],
    });
  });
}
