import type { Page } from '@playwright/test';

/** What an action is answered by: other rows or another number of them, or a ticket's words beside the list. */
type Answer = 'list' | 'drawer';

declare global {
  interface Window {
    answered: Promise<number>;
  }
}

/**
 * Milliseconds from the event that `act` causes, as the browser dates it, to the first frame after the answer's.
 *
 * @throws Error when nothing has changed after ten seconds
 */
export async function timed(page: Page, act: () => Promise<unknown>, answer: Answer): Promise<number> {
  await page.evaluate(watch, answer);
  await act();
  return page.evaluate(() => window.answered);
}

/** Runs in the page: promises the time between the next event and the painted answer to it. */
function watch(answer: Answer): void {
  const look = () => {
    if (answer === 'drawer') return document.querySelector('[role="dialog"] h3')?.textContent ?? '';
    const table = document.querySelector('table[aria-label="Tickets"]');
    if (table?.getAttribute('aria-busy') === 'true') return null;
    const rows = [...document.querySelectorAll('a[data-ticket]')].map((link) => link.textContent);
    return `${document.querySelector('h1')?.textContent} ${rows.join()}`;
  };
  const before = look();
  window.answered = new Promise((resolve, reject) => {
    let start: number | null = null;
    const note = ({ timeStamp }: Event) => {
      start ??= timeStamp;
    };
    for (const type of ['click', 'keydown', 'input'])
      addEventListener(type, note, { capture: true, once: true });
    const giveUp = performance.now() + 10_000;
    const frame = () => {
      const now = look();
      if (performance.now() > giveUp) reject(new Error(`nothing has changed: ${now?.slice(0, 80)}`));
      else if (start === null || now === null || now === before) requestAnimationFrame(frame);
      // The next frame begins when this one, with the answer in it, has been painted.
      else requestAnimationFrame(() => resolve(performance.now() - (start ?? 0)));
    };
    requestAnimationFrame(frame);
  });
}
