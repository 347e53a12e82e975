import type { Browser, Page } from '@playwright/test';

/** Figures of a browser until a first load was quiet. Milliseconds; bytes as they came over the wire. */
export interface LoadFigures {
  readonly transfer: number;
  readonly scripts: number;
  readonly largestPaint: number;
  readonly firstRows: number;
  /** By how much tasks were longer than 50 ms, all together. */
  readonly blocking: number;
}

/** Time without any event after the rows are there, in milliseconds, that counts as quiet. */
const QUIET = 1_500;

/** Opens the address in a browser that knows nothing yet. */
export async function measureLoad(browser: Browser, address: string): Promise<LoadFigures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await prepare(page);
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const kinds = new Map<string, string>();
  let transfer = 0;
  let scripts = 0;
  network.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    transfer += encodedDataLength;
    if (kinds.get(requestId) === 'Script') scripts += encodedDataLength;
  });
  await page.goto(address);
  await page.locator('tr[data-listed]').first().waitFor();
  const firstRows = await page.evaluate(() => performance.now());
  await page.waitForTimeout(QUIET);
  const { largestPaint, blocking } = await page.evaluate(() => window.observed);
  await context.close();
  return { transfer, scripts, largestPaint, firstRows, blocking };
}

declare global {
  interface Window {
    observed: { largestPaint: number; blocking: number };
  }
}

/** Has a page observe itself from its start. */
export async function prepare(page: Page): Promise<void> {
  // What runs TypeScript here wraps functions in a call of this name, in those that are sent to the page too.
  await page.addInitScript('globalThis.__name = (it) => it;');
  await page.addInitScript(observe);
}

/** Runs in the page before its own scripts. */
function observe(): void {
  const observed = { largestPaint: 0, blocking: 0 };
  window.observed = observed;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) observed.largestPaint = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) observed.blocking += duration - 50;
  }).observe({ type: 'longtask', buffered: true });
}
