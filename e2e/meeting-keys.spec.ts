import type { Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { expectReady, expectSaved, startHere, startMeeting } from './support/meeting.ts';
import { expect, test } from './support/test.ts';

/** A few tickets that are late, the first one somebody's. */
const FEW = '?overdue=true&priority=CRITICAL&assignee=-none';

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

test('the room sees what was decided, who does it and by when; a reload or a close right after the last letter loses none', async ({
  page,
  context,
  demo,
}) => {
  await startMeeting(page, `${demo.url}/w/4201`, FEW);
  const opened = context.waitForEvent('page');
  await page.keyboard.press('o');
  const room = await opened;
  await expect(room.getByRole('article')).toBeVisible();
  await expect(room.getByRole('region', { name: 'Decided' })).toBeHidden();
  await page.bringToFront();
  await page.keyboard.press('n');
  await page.keyboard.type('Send a crew');
  await page.keyboard.press('Enter');
  const suggested = page.getByRole('option', { name: /Assignee$/ }).first();
  await expect(suggested).toBeVisible();
  await page.keyboard.press('Enter');
  const owner = await page.getByRole('combobox', { name: /^Owner/ }).inputValue();
  expect(owner).not.toBe('');
  await page.keyboard.type('12 dec 2031');
  await expect(page.getByText('Fri, 12 Dec 2031')).toBeVisible();
  await page.keyboard.press('Tab');
  const decided = room.getByRole('region', { name: 'Decided' });
  await expect(decided).toContainText('Discussed');
  await expect(decided).toContainText('Send a crew');
  await expect(decided).toContainText(`${owner}, by Fri, 12 Dec 2031`);
  await room.close();

  // On a ticket of which nothing is stored yet.
  await goWithin(page, `/w/4201/triage${FEW}`);
  await startHere(page);
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
