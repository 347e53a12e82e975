import { expect, openQueue, test } from './support/test.ts';

test('a key is told after a click that it would have saved; the first steps lead there, tick themselves off, and are put away until the help brings them back', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=10`);
  const card = page.getByRole('region', { name: 'First steps' });
  await expect(card).toContainText('0 of 4');
  // The part that tells of keys comes after the rows, as the card does.
  await page.getByRole('button', { name: 'Overview', exact: true }).click();
  await expect(page.getByText('Next time:').first()).toContainText('o');

  await card.getByRole('button', { name: 'Show me' }).first().click();
  const segments = page.getByRole('group', { name: /^Segment/ });
  await expect(segments.getByRole('button', { name: /^Segment/, expanded: true })).toBeFocused();
  await segments.getByRole('checkbox').first().check();
  await expect(card).toContainText('1 of 4');
  await page.keyboard.press('j');
  await expect(card).toContainText('2 of 4');
  await card.getByRole('button', { name: 'Put the first steps away' }).click();
  await expect(card).toBeHidden();
  await page.getByRole('button', { name: 'Keys (?)' }).click();
  await page.getByRole('button', { name: 'Show the first steps' }).click();
  await expect(card).toContainText('2 of 4');
});
