import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { readTable, withoutHash } from '../scripts/first-load.mjs';
import { expect, test } from './support/test.ts';

const KINDS = ['document', 'script', 'stylesheet'];

test('what is fetched before the first row is small', async ({ page, demo }) => {
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (KINDS.includes(response.request().resourceType())) responses.push(response);
  });
  await page.addInitScript(markFirstRow);
  await page.goto(`${demo.url}/w/4201/tickets`);
  await page.locator('aside').getByRole('checkbox').first().waitFor();
  const later = await page.evaluate(fetchedAfterFirstRow);
  const before = responses.filter((response) => !later.includes(response.url()));
  const sizes = await Promise.all(
    before.map(async (response) => ({
      name: withoutHash(new URL(response.url()).pathname.slice(1)),
      gzip: gzipSync(await response.body()).length,
    })),
  );
  const total = sizes.reduce((sum, { gzip }) => sum + gzip, 0);
  const names = sizes.map(({ name }) => name);
  expect(names).toContain('index.js');
  expect(names).not.toContain('filter-panel.js');
  expect(total, JSON.stringify(sizes, null, 2)).toBeLessThanOrEqual(readTable().bounds.beforeRows);
});

/** Runs in the page: marks the moment when the first row is part of it. */
function markFirstRow() {
  new MutationObserver((_changes, observer) => {
    if (document.querySelector('tr[data-listed]') === null) return;
    performance.mark('first row');
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the page: the addresses of all that was asked for after the first row. */
function fetchedAfterFirstRow(): string[] {
  const [mark] = performance.getEntriesByName('first row');
  if (mark === undefined) throw new Error('There was no row.');
  const fetched = performance.getEntriesByType('resource');
  return fetched.filter(({ startTime }) => startTime > mark.startTime).map(({ name }) => name);
}
