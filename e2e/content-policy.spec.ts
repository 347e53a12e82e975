import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { expectReady } from './support/meeting.ts';
import { bar, LIST, pageBox } from './support/table.ts';
import { expect, expectAccessibleInBothThemes, openQueue, test } from './support/test.ts';

// The fixture of every page fails on what Chromium reports: a breach of the content security policy among it, and a
// permission that it does not know.

/** Lists all that the policy has stopped on this page since it was opened, whoever was told. */
async function watchBreaches(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const breaches: string[] = [];
    Object.assign(window, { breaches });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      breaches.push(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  return () => page.evaluate(() => (window as unknown as { breaches: string[] }).breaches);
}

test('every screen and all that opens over it does without what the policy forbids: no text becomes markup or a script', async ({
  page,
  demo,
  complaints,
}) => {
  const breaches = await watchBreaches(page);
  await openQueue(page, `${demo.url}${LIST}`);
  await page.locator('tr[data-listed]').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await pageBox(page).check();
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /command/i })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.emulateMedia({ media: 'print' });
  await page.emulateMedia({ media: 'screen' });
  expect(await breaches()).toEqual([]);

  for (const [screen, part] of [
    ['people', page.getByRole('table', { name: 'Open tickets by assignee' })],
    ['handoffs', page.getByRole('region', { name: /^Tickets by origin/ })],
    ['triage', page.getByRole('button', { name: /^Start with \d+ tickets?$/ })],
  ] as const) {
    await goWithin(page, `/w/4201/${screen}`);
    await expect(part).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    expect(await breaches()).toEqual([]);
  }
  await page.getByRole('button', { name: /^Start with \d+ tickets?$/ }).click();
  await expectReady(page);
  expect(await breaches()).toEqual([]);
  expect(complaints).toEqual([]);

  const refused = await page.evaluate(() => {
    const attempts: Readonly<Record<string, () => void>> = {
      markup: () => {
        document.createElement('p').innerHTML = '<b>x</b>';
      },
      'address of a script': () => {
        document.createElement('script').src = '/theme.js';
      },
      policy: () => {
        (
          window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } }
        ).trustedTypes.createPolicy('mine', {});
      },
    };
    return Object.entries(attempts).flatMap(([name, attempt]) => {
      try {
        attempt();
        return [];
      } catch (error) {
        return error instanceof TypeError ? [name] : [];
      }
    });
  });
  expect(refused).toEqual(['markup', 'address of a script', 'policy']);
  // Chromium has complained of each, as it should.
  expect(complaints.splice(0)).not.toEqual([]);
});

test.describe('another site', () => {
  test('cannot save a file by a link in a chat, and a person gets it with one more click', async ({
    page,
    demo,
  }) => {
    const file = `${demo.url}/api/workspaces/4201/tickets.csv?columns=id,status&q=%22a%20b%22`;
    const chat = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(
        `<!doctype html><title>Chat</title><a href="${file.replaceAll('&', '&amp;')}">tickets</a>`,
      );
    }).listen(0, '127.0.0.1');
    await once(chat, 'listening');
    await page.goto(`http://localhost:${(chat.address() as AddressInfo).port}/`);
    await page.getByRole('link', { name: 'tickets' }).click();
    const link = page.getByRole('link', { name: 'Download tickets.csv' });
    await expect(link).toBeVisible();
    expect(page.url()).toBe(file);
    await expectAccessibleInBothThemes(page);
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^tickets-4201-.*\.csv$/);
    chat.close();
    chat.closeAllConnections();
  });
});
