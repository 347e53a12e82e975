import type { Page } from '@playwright/test';
import { card, expectReady, expectSaved, idUp, startMeeting } from './support/meeting.ts';
import { startProduct } from './support/servers.ts';
import { test as base, expect } from './support/test.ts';
import { startUpstream, vendorTicket } from './support/upstream.ts';

const TICKETS = 12;

/** The address of a workspace of twelve open tickets and one that is resolved. */
const test = base.extend<{ url: string }>({
  url: async ({}, use) => {
    const upstream = await startUpstream([
      ...Array.from({ length: TICKETS }, (_, index) =>
        vendorTicket(index + 1, { assignedUser: { name: 'Ann Lee', email: 'ann@example.com' } }),
      ),
      vendorTicket(99, { status: 'RESOLVED' }),
    ]);
    const product = await startProduct(upstream.environment);
    await use(`${product.url}/w/1`);
    await product.stop();
    upstream.stop();
  },
});

test('a verdict on each of 12 tickets and the end take 13 keys', async ({ page, url }) => {
  await startMeeting(page, url);
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const verdicts = ['d', 'f', 's'];
  for (let place = 1; place <= TICKETS; place += 1) {
    await expect(page.getByText(`${place} of ${TICKETS}`, { exact: true })).toBeVisible();
    await press(verdicts[place % verdicts.length] ?? 'd');
  }
  await expect(page.getByRole('region', { name: 'End of the meeting' })).toContainText('12 of 12 done');
  await expect(page.getByRole('button', { name: /^End the meeting/ })).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Actions by owner' })).toBeVisible();
  await expect(
    page.getByText('12 tickets: 4 discussed, 4 to follow up, 4 skipped, 0 parked, 0 not reviewed'),
  ).toBeVisible();
  expect(keys).toBeLessThanOrEqual(13);
});

test('a key that is held down is one verdict, and a parked ticket comes back before the end', async ({
  page,
  url,
}) => {
  await startMeeting(page, url);
  await page.keyboard.down('d');
  for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('d');
  await page.keyboard.up('d');
  await expect(page.getByText('2 of 12', { exact: true })).toBeVisible();
  const parked = await idUp(page);
  await page.keyboard.press('p');
  for (let place = 3; place <= TICKETS; place += 1) await page.keyboard.press('d');
  await expect(card(page)).toHaveAccessibleName(`Ticket ${parked}`);
  await expect(page.getByText('11 of 12 reviewed · 1 parked')).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByRole('region', { name: 'End of the meeting' })).toContainText('12 of 12 done');
});

/** Keeps the browser's database busy for as long as the page is there: what is asked of it meanwhile is never written. */
async function keepDatabaseBusy(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opened = indexedDB.open('loopdesk');
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const stores = [...opened.result.objectStoreNames];
    const heads = opened.result.transaction(stores, 'readwrite').objectStore('heads');
    const askAgain = () => heads.count().addEventListener('success', askAgain);
    askAgain();
  });
}

/** Types the last letters of a decision as the page is left, in the same task: no answer of a database can be waited for. */
async function typeAndLeave(page: Page, decision: string): Promise<void> {
  await page.evaluate((text) => {
    const field = document.querySelector('textarea');
    const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {};
    set?.call(field, text);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    location.reload();
  }, decision);
}

test('a reload or a close right after the last letter loses none', async ({ page, context, url }) => {
  await startMeeting(page, url);
  const decision = page.getByRole('textbox', { name: 'Decision' });
  for (const text of ['Half a sent', 'Half a sentence, and more']) {
    await expectSaved(page);
    await keepDatabaseBusy(page);
    await typeAndLeave(page, text);
    await expectReady(page);
    await expect(decision).toHaveValue(text);
  }
  await page.keyboard.press('n');
  await page.keyboard.type('.');
  const address = page.url();
  await page.close({ runBeforeUnload: true });
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByRole('textbox', { name: 'Decision' })).toHaveValue('Half a sentence, and more.');
  expect(
    await again.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('unsaved'))),
  ).toEqual([]);
});

test('the room sees what was decided, who does it and by when', async ({ page, context, url }) => {
  await startMeeting(page, url);
  const opened = context.waitForEvent('page');
  await page.keyboard.press('o');
  const room = await opened;
  await expect(room.getByRole('article')).toBeVisible();
  await expect(room.getByRole('region', { name: 'Decided' })).toBeHidden();
  await page.bringToFront();
  await page.keyboard.press('n');
  await page.keyboard.type('Send a crew');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: /^Ann Lee/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('12 dec 2031');
  await expect(page.getByText('Fri, 12 Dec 2031')).toBeVisible();
  await page.keyboard.press('Tab');
  const decided = room.getByRole('region', { name: 'Decided' });
  await expect(decided).toContainText('Discussed');
  await expect(decided).toContainText('Send a crew');
  await expect(decided).toContainText('Ann Lee, by Fri, 12 Dec 2031');
});

test('an ended meeting goes on again by Undo', async ({ page, url }) => {
  await startMeeting(page, url);
  const started = page.url();
  await page.keyboard.press('Shift+E');
  await page.getByRole('button', { name: 'End & show minutes' }).click();
  await expect(page.getByRole('heading', { name: 'Actions by owner' })).toBeVisible();
  const notice = page.getByRole('dialog').filter({ hasText: 'has ended.' });
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(started);
  await expectReady(page);
  await page.getByRole('link', { name: 'Meetings' }).click();
  await expect(page.getByText(/ · under way$/)).toBeVisible();
});

test('the time for a ticket is a thin line, off until it is wanted', async ({ page, url }) => {
  await startMeeting(page, url);
  const line = page.getByRole('timer', { name: 'Time for this ticket' });
  await expect(line).toBeHidden();
  await page.getByRole('button', { name: 'Pace of the meeting' }).click();
  await page.getByRole('combobox', { name: 'Time for each ticket' }).selectOption('2 min');
  await page.keyboard.press('Escape');
  await expect(line).toContainText('0 of 2 minutes');
});
