import type { Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { expect, idsOnScreen, test, total } from './support/test.ts';

// What a spreadsheet hands over.
test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const box = (page: Page) => page.getByRole('combobox', { name: 'Search tickets' });
const chips = (page: Page) => page.getByRole('list', { name: 'Filters that are on' });
const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
/** The filters of the address, as pairs. */
const asked = (page: Page) => [...new URL(page.url()).searchParams];

test('a link with an invalid filter is put right; phrases, numbers and completed values mean in the box what they mean in the address', async ({
  page,
  demo,
}) => {
  await test.step('one bad value is ignored by itself; foreign keys and the end of a sentence do no harm', async () => {
    await page.goto(`${demo.url}/w/4201/tickets?utm_source=teams&amp;priority=HIGH&age=old&overdue=true).`);
    await expect(page.getByRole('heading', { name: 'This link has an invalid filter' })).toBeVisible();
    await page.getByRole('button', { name: 'Ignore it' }).click();
    await expect(chips(page)).toHaveText(/Overdue.*PriorityHigh/);
    await expect
      .poll(() => asked(page))
      .toEqual([
        ['overdue', 'true'],
        ['priority', 'HIGH'],
      ]);
    await page.goBack();
    await expect(page.getByRole('button', { name: 'Ignore it' })).toBeVisible();
    await page.goForward();
    await expect(page.getByRole('table', { name: 'Tickets' })).toBeVisible();
  });

  await test.step('phrases, a word to leave out, and numbers from a spreadsheet', async () => {
    const [first, second, third] = await idsOnScreen(page);
    await page.getByRole('button', { name: 'Clear the search and all filters' }).click();
    await page.keyboard.type('"order was" -"not paid" -refund status:new');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => asked(page))
      .toEqual([
        ['q', '"order was" -"not paid" -refund'],
        ['status', 'NEW'],
      ]);
    await expect(chips(page)).toContainText('"order was"');
    await box(page).blur();
    await page.getByRole('button', { name: 'Remove the filter Search: -"not paid"' }).click();
    await expect(box(page)).toHaveValue('status:new "order was" -refund');

    await page.evaluate(
      (column) => navigator.clipboard.writeText(column),
      `${first}\r\n${second}\r\n${third}\r\n`,
    );
    await box(page).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+v');
    await expect.poll(() => asked(page)).toEqual([['ids', `${first},${second},${third}`]]);
    await expect.poll(() => idsOnScreen(page)).toEqual([first, second, third]);
    await expect(chips(page)).toContainText(`Tickets${first}, ${second}, ${third}`);

    await goWithin(page, `/w/4201/tickets?q=${first},%20${second}`);
    await expect.poll(() => idsOnScreen(page)).toEqual([first, second]);
    await expect(box(page)).toHaveValue(`id:${first},${second}`);
  });

  await test.step('a completed value has as many tickets as were told, whatever word stood there', async () => {
    await page.getByRole('button', { name: 'Clear the search and all filters' }).click();
    await page.keyboard.type('escalated');
    await expect(page).toHaveURL(/q=escalated/);
    const option = suggestions(page).getByRole('option', { name: /^status:Escalated/ });
    await expect(option).toHaveText(/[1-9]\d*$/);
    const told = Number((await option.textContent())?.replace(/\D/g, ''));
    await option.click();
    await expect.poll(() => asked(page)).toEqual([['status', 'ESCALATED']]);
    await expect.poll(() => total(page)).toBe(told);
  });
});
