import { readClipboard } from './support/clipboard.ts';
import { goWithin } from './support/go-within.ts';
import { expect, idsOnScreen, openQueue, test } from './support/test.ts';

test('a ticket opens beside its list, with its own address, which is copied for a colleague, and closes back to its row; previous and next follow the list’s order, over the end of a page, and hostile texts are texts', async ({
  page,
  demo,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=10`);
  const [first] = await idsOnScreen(page);
  await page.locator('tr[data-listed]').first().getByText('Overdue').click();
  const drawer = page.getByRole('dialog', { name: `Ticket ${first}` });
  await expect(drawer).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/tickets/${first}\\?perPage=10$`));
  await expect(page).toHaveTitle(new RegExp(`^Ticket ${first}`));
  for (const term of ['Customer', 'Assignee', 'Segment', 'Issued', 'Created', 'Updated', 'Feedback']) {
    await expect(drawer.getByRole('term').filter({ hasText: new RegExp(`^${term}$`) })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  expect(await readClipboard(page)).toBe(page.url());
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('link', { name: String(first), exact: true })).toBeFocused();

  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    return dialog.dismiss();
  });
  await goWithin(page, '/w/4201/tickets?perPage=10&sort=-id');
  await expect(page.getByRole('columnheader', { name: 'ID' })).toHaveAttribute('aria-sort', 'descending');
  const ids = await idsOnScreen(page);
  await page.getByRole('link', { name: String(ids[8]), exact: true }).click();
  const title = page.getByRole('heading', { name: /^Ticket/ });
  await expect(title).toHaveText(`Ticket ${ids[8]}`);
  // Keys are those of the ticket from when it has the focus, a moment after it is drawn.
  await expect(title).toBeFocused();
  await page.keyboard.press('j');
  await expect(title).toHaveText(`Ticket ${ids[9]}`);
  await page.getByRole('button', { name: /Next ticket/ }).click();
  await expect(page.getByText('11 of')).toBeVisible();
  await expect(page).toHaveURL(/page=2/);
  const [firstOfNext] = await idsOnScreen(page);
  await expect(title).toHaveText(`Ticket ${firstOfNext}`);
  await page.keyboard.press('k');
  await expect(title).toHaveText(`Ticket ${ids[9]}`);

  await goWithin(page, '/w/4201/tickets?q=script&deleted=include');
  await expect(page.locator('tbody').getByText('<script>').first()).toBeVisible();
  await page.locator('tr[data-listed]').first().click();
  await expect(page.getByRole('dialog')).toContainText('<script>');
  expect(dialogs).toBe(0);
});
