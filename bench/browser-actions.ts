import type { Browser, Page } from '@playwright/test';
import { timed, type Waited } from './browser-clock.ts';
import { prepare } from './browser-load.ts';
import { type Task, traceTasks } from './browser-tasks.ts';

/** Times of each action, and all tasks meanwhile. */
export interface ActionFigures {
  readonly samples: Readonly<Record<string, readonly Waited[]>>;
  readonly tasks: readonly Task[];
}

const ROUNDS = 20;

/** On a value's name, beside the buttons that the pointer brings out. */
const BESIDE = { position: { x: 16, y: 12 } };

/** Does what people do, again and again, on a list with 200 rows a page. */
export async function measureActions(browser: Browser, address: string): Promise<ActionFigures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await prepare(page);
  await page.goto(`${address}?perPage=200`);
  await page.locator('tr[data-listed]').nth(199).waitFor();
  // What opens late is loaded once, and not measured.
  await play(page, 2);
  const { result: samples, tasks } = await traceTasks(browser, () => play(page, ROUNDS));
  await context.close();
  return { samples, tasks };
}

async function play(page: Page, rounds: number): Promise<Record<string, Waited[]>> {
  const samples: Record<string, Waited[]> = {};
  const measure = async (name: string, act: () => Promise<unknown>, answer: 'list' | 'drawer' = 'list') => {
    const waited = await timed(page, act, answer);
    samples[name] = [...(samples[name] ?? []), waited];
  };
  const filter = page.locator('aside label', { hasText: /^Open/ });
  const sort = page.locator('th[data-column="status"] button');
  const next = page.locator('button[aria-label="Next page"]');
  for (let round = 0; round < rounds; round++) {
    await measure('filter click', () => filter.click(BESIDE));
    await measure('next page', () => next.click());
    await measure('filter taken off', () => filter.click(BESIDE));
    await measure('sort', () => sort.click());
    await measure(
      'open the drawer',
      () =>
        page
          .locator('a[data-ticket]')
          .nth(round % 5)
          .click(),
      'drawer',
    );
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // In any language of the tickets, each letter leaves fewer of them.
    await search(page, round % 2 === 0 ? 'st' : 'tr', round % 2 === 0 ? 'r' : 'a', measure);
  }
  return samples;
}

/** The last letter of a search, with the pause that the box waits for more, and the list without the search again. */
async function search(
  page: Page,
  start: string,
  lastLetter: string,
  measure: (name: string, act: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const box = page.locator('input[aria-label="Search tickets"]');
  const clear = page.locator('button[aria-label="Clear the search"]');
  await timed(page, () => box.fill(start), 'list');
  await measure('search: the last letter, with the pause for more', () => box.press(lastLetter));
  await timed(page, () => clear.click(), 'list');
}
