import type { Page } from '@playwright/test';
import { expect, listed, test } from './support/test.ts';

const NEW = 'New since you last looked';

/** Record of the visits in the browser's storage. */
function visits(page: Page): Promise<Record<string, { since: string | null; seenUpTo: string | null }>> {
  return page.evaluate(() => JSON.parse(localStorage.getItem('loopdesk.visits') ?? '{}'));
}

/** As if the reader had last done something half an hour ago and had seen nothing newer than a day. */
function pause(page: Page, minutes: number): Promise<void> {
  return page.evaluate((ago) => {
    const kept = JSON.parse(localStorage.getItem('loopdesk.visits') ?? '{}');
    for (const visit of Object.values<{ activeAt: number; seenUpTo: string }>(kept)) {
      visit.activeAt -= ago * 60_000;
      visit.seenUpTo = new Date(Date.now() - 86_400_000).toISOString();
    }
    localStorage.setItem('loopdesk.visits', JSON.stringify(kept));
  }, minutes);
}

async function openNewest(page: Page, url: string) {
  const { ids } = await listed(page, `${url}/api/workspaces/4201/tickets?sort=-createdAt&perPage=1`);
  const [newest] = ids;
  await page.goto(`${url}/w/4201/tickets/${newest}?sort=-createdAt&perPage=10`);
  const drawer = page.getByRole('dialog', { name: `Ticket ${newest}` });
  await expect(drawer).toContainText('References');
  return drawer;
}

test('nothing is new in a first visit, nor after a reload; after a pause what came since is', async ({
  page,
  demo,
  context,
}) => {
  let drawer = await openNewest(page, demo.url);
  await expect(drawer.getByText(NEW)).toHaveCount(0);
  await expect.poll(async () => (await visits(page))['4201']?.seenUpTo).toBeTruthy();
  await pause(page, 20);
  drawer = await openNewest(page, demo.url);
  await expect(drawer.getByText(NEW)).toHaveCount(0);
  await pause(page, 31);
  drawer = await openNewest(page, demo.url);
  await expect(drawer.getByText(NEW)).toBeVisible();

  const second = await context.newPage();
  const inSecond = await openNewest(second, demo.url);
  await expect(inSecond.getByText(NEW)).toBeVisible();
  await second.close();
});
