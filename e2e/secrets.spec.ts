import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { APIResponse, Response } from '@playwright/test';
import { startProduct, startSandbox } from './support/servers.ts';
import { expect, openQueue, test } from './support/test.ts';

test('the key is in no response, header, log line or file that a browser gets, and the log holds no customer’s words and no search', async ({
  page,
}) => {
  const sandbox = await startSandbox('--tickets', '400');
  const product = await startProduct({ ...sandbox.environment, LOG_LEVEL: 'trace' });
  const key = sandbox.environment.QUESTIONPRO_API_KEY ?? '';
  expect(key.length).toBeGreaterThan(8);

  const seen: Promise<string>[] = [];
  page.on('response', (response) => seen.push(allOf(response)));
  await openQueue(page, `${product.url}/w/4201/tickets?q=refund`);
  await page.locator('tr[data-listed]').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const workspace = '/api/workspaces/4201';
  const paths = ['/metrics', '/readyz', '/healthz', '/nothing', '/api/workspaces/%E0'].concat(
    ['tickets?at=1', 'tickets.csv', 'snapshot', 'summary?by=age'].map((path) => `${workspace}/${path}`),
  );
  for (const path of paths) seen.push(allOf(await page.request.get(product.url + path)));
  const found = await page.request.get(`${product.url}${workspace}/tickets?q=refund`);
  const { tickets }: { tickets: Record<string, string | null>[] } = await found.json();
  const texts = await Promise.all(seen);
  // Somebody who has the key may come by with it: the log leaves out what nobody knows.
  await page.request.get(`${product.url}/api/workspaces/${key}/tickets`);
  await expect.poll(product.output).toContain('"path":"/api/workspaces/…/tickets"');
  await product.stop();
  await sandbox.stop();

  const files = filesForBrowsers();
  expect(texts.some((text) => text.includes('"facets"'))).toBe(true);
  expect(files.some((text) => text.includes('<title>Loopdesk</title>'))).toBe(true);
  expect([...texts, product.output(), ...files].filter((text) => text.includes(key))).toEqual([]);

  const words = tickets.flatMap(({ customerName, customerEmail, description }) =>
    [customerName, customerEmail, description].flatMap((text) => text?.trim() || []),
  );
  expect(words.length).toBeGreaterThan(tickets.length);
  const logged = product
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(logged.some((line) => line.includes('"path":"/api/workspaces/4201/tickets"'))).toBe(true);
  const told = (line: string) => words.some((text) => line.includes(text)) || /refund|@/.test(line);
  expect(logged.filter(told)).toEqual([]);
});

/** The headers and the body of an answer; one that has none, like a redirect, has an empty body. */
async function allOf(answer: Response | APIResponse): Promise<string> {
  const headers = 'allHeaders' in answer ? await answer.allHeaders() : answer.headers();
  return `${JSON.stringify(headers)}\n${await answer.text().catch(() => '')}`;
}

function filesForBrowsers(): string[] {
  const folder = fileURLToPath(new URL('../dist/client/', import.meta.url));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'latin1'));
}
