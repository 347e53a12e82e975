import type { Browser, Locator, Page } from '@playwright/test';
import { timed } from './browser-clock.ts';
import { prepare } from './browser-load.ts';

/** How long each action took, in milliseconds from the event to the painted answer, and the tasks in between. */
export interface ActionFigures {
  readonly samples: Readonly<Record<string, readonly number[]>>;
  /** How many tasks were longer than 50 ms, and the longest of them in milliseconds. */
  readonly longTasks: number;
  readonly longest: number;
}

const ROUNDS = 20;

/** Does what people do, again and again, on a list with 200 rows a page. */
export async function measureActions(browser: Browser, address: string): Promise<ActionFigures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await prepare(page);
  await page.goto(`${address}?perPage=200`);
  await page.locator('tbody tr').nth(199).waitFor();
  // What opens late is loaded once, and not measured.
  await play(page, 2);
  await page.evaluate(() => Object.assign(window.observed, { longest: 0, tasks: 0 }));
  const samples = await play(page, ROUNDS);
  const { longest, tasks } = await page.evaluate(() => window.observed);
  await context.close();
  return { samples, longTasks: tasks, longest };
}

async function play(page: Page, rounds: number): Promise<Record<string, number[]>> {
  const samples: Record<string, number[]> = {};
  const measure = async (name: string, act: () => Promise<unknown>, answer: 'list' | 'drawer' = 'list') => {
    const duration = await timed(page, act, answer);
    samples[name] = [...(samples[name] ?? []), duration];
  };
  const filter = page.getByRole('checkbox', { name: /^Open\b/ });
  const sort = page.getByRole('columnheader', { name: 'Status' }).getByRole('button').first();
  for (let round = 0; round < rounds; round++) {
    await measure('filter click', () => filter.click());
    await measure('next page', () => page.getByRole('button', { name: 'Next page' }).click());
    await measure('filter taken off', () => filter.click());
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
  const box: Locator = page.getByLabel('Search tickets');
  await timed(page, () => box.fill(start), 'list');
  await measure('search: the last letter, with the pause for more', () => box.press(lastLetter));
  await timed(page, () => page.getByRole('button', { name: 'Clear the search' }).click(), 'list');
}
