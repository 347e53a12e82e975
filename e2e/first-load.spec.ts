import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { readTable, withoutHash } from '../scripts/first-load.mjs';
import { expect, test } from './support/test.ts';

const KINDS = ['document', 'script', 'stylesheet'];

test('what is fetched before the first row is small', async ({ page, demo }) => {
  const responses: Response[] = [];
  let hasRow = false;
  page.on('response', (response) => {
    if (!hasRow && KINDS.includes(response.request().resourceType())) responses.push(response);
  });
  await page.goto(`${demo.url}/w/4201/tickets`);
  await page.locator('tr[data-listed]').first().waitFor();
  hasRow = true;
  const sizes = await Promise.all(
    responses.map(async (response) => ({
      name: withoutHash(new URL(response.url()).pathname.slice(1)),
      gzip: gzipSync(await response.body()).length,
    })),
  );
  const total = sizes.reduce((sum, { gzip }) => sum + gzip, 0);
  expect(sizes.map(({ name }) => name)).toContain('index.js');
  expect(total, JSON.stringify(sizes, null, 2)).toBeLessThanOrEqual(readTable().bounds.beforeRows);
});
