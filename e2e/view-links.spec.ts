import { readClipboard } from './support/clipboard.ts';
import { share } from './support/share.ts';
import { expect, expectAccessibleInBothThemes, idsOnScreen, openQueue, test } from './support/test.ts';
import { settled } from './support/views.ts';

test('a copied link gives a colleague the same filters, order, columns and rows; one that can’t be copied is there to be taken by hand', async ({
  page,
  demo,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() =>
    localStorage.setItem(
      'loopdesk.settings',
      JSON.stringify({
        columns: ['id', 'status', 'age'].map((column) => ({ column, width: null, pinned: false })),
      }),
    ),
  );
  await openQueue(page, `${demo.url}/w/4201/tickets?status=ESCALATED&status=OPEN&sort=-id&page=2`);
  await share(page, 'Copy link');
  await expect(page.getByText('Link copied.').first()).toBeVisible();
  const link = await readClipboard(page);
  expect(link).toBe(
    `${demo.url}/w/4201/tickets?status=ESCALATED&status=OPEN&sort=-id&columns=id%2Cstatus%2Cage`,
  );
  const colleague = await browser.newContext();
  const theirs = await colleague.newPage();
  await openQueue(theirs, link);
  await page.getByRole('button', { name: 'First page' }).click();
  await expect(page).not.toHaveURL(/page=2/);
  await settled(page);
  const mine = await idsOnScreen(page);
  expect(mine).not.toEqual([]);
  expect(await idsOnScreen(theirs)).toEqual(mine);
  await colleague.close();

  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await share(page, 'Copy link');
  await expect(page.getByLabel('Link to this view')).toHaveValue(link);
  await expectAccessibleInBothThemes(page, '[aria-label="Link to this view"]');
});
