import { cells, LIST } from './support/table.ts';
import { expect, idsOnScreen, listed, openQueue, test, total } from './support/test.ts';

test.describe('a cell', () => {
  test('filters by its value, keeps the other filters, and does not open the ticket', async ({
    page,
    demo,
  }) => {
    await openQueue(page, `${demo.url}${LIST}&status=-RESOLVED`);
    const assignee = cells(page, 'assignee').filter({ hasNotText: 'Unassigned' }).first();
    const name = (await assignee.textContent()) ?? '';
    await assignee.hover();
    await assignee.getByRole('button', { name: `Only ${name}` }).click();
    await expect(page.getByRole('button', { name: `Remove the filter Assignee: ${name}` })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Remove the filter Status: not Resolved' })).toBeVisible();
    expect(page.url()).not.toContain('/tickets/');
    await expect
      .poll(async () => new Set(await cells(page, 'assignee').allTextContents()))
      .toEqual(new Set([name]));
  });

  test('is reached by arrow keys, and filters its value away by Enter', async ({ page, demo }) => {
    await openQueue(page, `${demo.url}${LIST}&sort=-id`);
    await page.keyboard.press('j');
    // Past those of overdue and age to those of the priority.
    for (const name of [/^Only /, /^Only /, /^Not /, /^Only /, /^Not /]) {
      await page.keyboard.press('ArrowRight');
      await expect(page.locator(':focus')).toHaveAccessibleName(name);
    }
    const priority = (await page.locator(':focus').getAttribute('aria-label'))?.slice('Not '.length);
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('button', { name: `Remove the filter Priority: not ${priority}` }),
    ).toBeVisible();
    await expect.poll(() => cells(page, 'priority').allTextContents()).not.toContain(priority);
    await expect(page.locator('tbody :focus')).toHaveCount(1);
  });

  test('has its filters between its text and the next one’s', async ({ page, demo }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await openQueue(page, `${demo.url}${LIST}`);
    for (const column of ['overdue', 'age', 'priority', 'status', 'assignee', 'segment', 'customer']) {
      const cell = cells(page, column).filter({ hasText: /[^–]/ }).first();
      await cell.hover();
      const tool = cell.getByRole('button', { name: /^Only / });
      await expect(tool).toBeVisible();
      const { left, right } = await tool.evaluate((button) => button.getBoundingClientRect());
      const room = await cell.evaluate((own) => {
        const next = own.nextElementSibling;
        const padding = (element: Element) => getComputedStyle(element);
        const ends = own.getBoundingClientRect().right;
        const begins = next === null ? ends : ends + Number.parseFloat(padding(next).paddingLeft);
        return { from: ends - Number.parseFloat(padding(own).paddingRight), to: begins };
      });
      expect(left, column).toBeGreaterThanOrEqual(room.from);
      expect(right, column).toBeLessThanOrEqual(room.to);
    }
  });

  test('of a customer shows this customer’s tickets without naming anybody in the address', async ({
    page,
    demo,
  }) => {
    await openQueue(page, `${demo.url}${LIST}`);
    const all = await total(page);
    const customer = cells(page, 'customer').filter({ hasNotText: 'Anonymous' }).first();
    const name = (await customer.textContent()) ?? '';
    await customer.hover();
    await customer.getByRole('button', { name: /^Only/ }).click();
    await expect(page).toHaveURL(/customerOf=\d+/);
    const { search } = new URL(page.url());
    expect(new URLSearchParams(search).toString()).not.toContain(new URLSearchParams({ name }).toString());
    const theirs = await listed(page, `${demo.url}/api/workspaces/4201/tickets${search}`);
    expect(theirs.total).toBeLessThan(all);
    await expect.poll(() => total(page)).toBe(theirs.total);
    expect(await idsOnScreen(page)).toEqual(theirs.ids);
  });
});

test('a sheet of paper has the list, its filters and its time, and nothing to press', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${LIST}&status=-RESOLVED&sort=-id`);
  const roles = ['banner', 'complementary', 'navigation', 'checkbox', 'combobox', 'heading'] as const;
  for (const role of roles) await expect(page.getByRole(role).first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table', { name: 'Tickets' })).toBeVisible();
  await expect(page.getByText('Filters: Status: not Resolved')).toBeVisible();
  await expect(page.getByText('Order: Highest number first')).toBeVisible();
  await expect(page.getByText(/^Data taken at \d+ \w+ \d{4}, \d\d:\d\d/)).toBeVisible();
  await expect(page.getByText(/^Page 1 of \d+: 1–25 of \d+$/)).toBeVisible();
  for (const role of roles) await expect(page.getByRole(role)).toHaveCount(0);
});
