import type { Browser, Page } from '@playwright/test';
import { timed, type Waited } from './browser-clock.ts';
import { drawPlainRows, prepareFloor } from './browser-floor-page.ts';
import { prepare } from './browser-load.ts';
import { type Task, traceTasks } from './browser-tasks.ts';

/** Filter clicks beside the least that a page could do for them. Milliseconds from the click until it is painted. */
export interface FloorFigures {
  /** The product's rows. */
  readonly product: readonly Waited[];
  /** The same answers, fetched and written as plain HTML by a few lines in the same page. */
  readonly floor: readonly number[];
  /** All tasks of the product's clicks. */
  readonly tasks: readonly Task[];
}

/** As many values of two facets: each subset of them is asked once in a walk, one tick after the other. */
const STATUSES = 3;
const PRIORITIES = 3;
/** Point of a click: on a value's name, beside the buttons that appear under the pointer. */
const BESIDE = { position: { x: 16, y: 12 } };

/**
 * Ticks filters in the product, and has the floor fetch what each tick has asked, in turns. The first walk is not
 * measured: it has the server know each question, whoever asks it again, and notes them.
 */
export async function measureFloor(browser: Browser, address: string): Promise<FloorFigures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  await prepare(page);
  await page.goto(`${address}?perPage=50`);
  await page.locator('tr[data-listed]').nth(49).waitFor();
  await page.locator('aside label').first().waitFor();
  await page.evaluate(prepareFloor);
  const asked = await noteQuestions(page, () => walk(page, async (tick) => void (await tick())));
  const product: Waited[] = [];
  const floor: number[] = [];
  const tasks: Task[] = [];
  let step = 0;
  await walk(page, async (tick) => {
    const question = asked[step];
    if (question === undefined) throw new Error(`tick ${step} has asked nothing`);
    const first = step % 2 === 0;
    step += 1;
    // Both are traced, so that it costs both the same.
    const draw = async () => {
      floor.push((await traceTasks(browser, () => drawFloor(page, question))).result);
    };
    if (first) await draw();
    const traced = await traceTasks(browser, async () => {
      product.push(await tick());
      await settle(page);
    });
    tasks.push(...traced.tasks);
    if (!first) await draw();
  });
  await context.close();
  return { product, floor, tasks };
}

/** Ticks one value after the other, so that each set of them is asked once; and the last one off again. */
async function walk(page: Page, step: (tick: () => Promise<Waited>) => Promise<void>): Promise<void> {
  const group = (name: string) => page.getByRole('group', { name, exact: true }).locator('label');
  const values = await Promise.all(
    [
      ...Array.from({ length: STATUSES }, (_, index) => group('Status').nth(index)),
      ...Array.from({ length: PRIORITIES }, (_, index) => group('Priority').nth(index)),
    ].map(async (label) => `label[for="${await label.getAttribute('for')}"]`),
  );
  const steps = 2 ** values.length;
  for (let count = 1; count <= steps; count++) {
    // Gray's code: each number differs from the one before in the bit that its count ends on.
    const bit = Math.min(Math.log2(count & -count), values.length - 1);
    await step(() => timed(page, () => page.locator(values[bit] ?? '').click(BESIDE), 'list'));
    await settle(page);
  }
}

/** Until the page has nothing left to do: what comes after the rows belongs to the action before. */
function settle(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((resolve) => requestIdleCallback(() => setTimeout(resolve, 50))),
  );
}

/** The addresses of the lists that are asked for meanwhile, one a step. */
async function noteQuestions(page: Page, act: () => Promise<void>): Promise<readonly string[]> {
  const asked: string[] = [];
  const note = (request: { url(): string }) => {
    const { pathname, search, searchParams } = new URL(request.url());
    // What is counted beside the list is asked of its snapshot, `at`.
    if (pathname.endsWith('/tickets') && !searchParams.has('at')) asked.push(`${pathname}${search}`);
  };
  page.on('request', note);
  await act();
  page.off('request', note);
  return asked;
}

/** Presses the floor's own button, which lies over the product while it is measured. */
async function drawFloor(page: Page, question: string): Promise<number> {
  await page.evaluate(drawPlainRows, question);
  await page.locator('#floor button').click();
  const waited = await page.evaluate(() => window.floorPainted);
  await page.evaluate(() => document.getElementById('floor')?.setAttribute('hidden', ''));
  await settle(page);
  return waited;
}
