import { expect, expectAccessibleInBothThemes, openQueue, test } from './support/test.ts';

test('the first steps lead there, tick themselves off, and are put away until the help brings them back', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  const card = page.getByRole('region', { name: 'First steps' });
  await expect(card).toContainText('0 of 4');
  await expectAccessibleInBothThemes(page, '[aria-label="First steps"]');
  await card.getByRole('button', { name: 'Show me' }).first().click();
  const segments = page.getByRole('group', { name: /^Segment/ });
  await expect(segments.getByRole('button', { name: /^Segment/, expanded: true })).toBeFocused();
  await segments.getByRole('checkbox').first().check();
  await expect(card).toContainText('1 of 4');
  await page.keyboard.press('j');
  await expect(card).toContainText('2 of 4');
  await card.getByRole('button', { name: 'Put the first steps away' }).click();
  await expect(card).toBeHidden();
  await page.reload();
  await expect(page.getByRole('table', { name: 'Tickets' })).toBeVisible();
  await page.getByRole('button', { name: 'Keys (?)' }).click();
  await page.getByRole('button', { name: 'Show the first steps' }).click();
  await expect(card).toContainText('2 of 4');
});

test('a key is told once after a click that it would have saved, and not where hints are off', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  // The part that tells it comes after the rows, as the card does.
  await expect(page.getByRole('region', { name: 'First steps' })).toBeVisible();
  const hint = page.getByText('Next time:').first();
  await page.getByRole('button', { name: 'Overview', exact: true }).click();
  await expect(hint).toContainText('o');
  await expect(page.getByText('Next time: o Overview').first()).toBeAttached();
  const settings = await page.evaluate(() => JSON.parse(localStorage.getItem('loopdesk.settings') ?? '{}'));
  expect(settings.hinted).toEqual(['overview']);
  await page.evaluate((all) => localStorage.setItem('loopdesk.settings', JSON.stringify(all)), {
    ...settings,
    hints: false,
    hinted: [],
  });
  await page.reload();
  await expect(page.getByRole('region', { name: 'First steps' })).toBeVisible();
  await page.getByRole('button', { name: 'Overview', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Overview', exact: true })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await expect(hint).toBeHidden();
});
