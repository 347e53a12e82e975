import type { Locator, Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { numberIn } from './support/numbers.ts';
import { LIST } from './support/table.ts';
import { expect, expectAccessibleInBothThemes, openQueue, test, total } from './support/test.ts';

/** Follows a link and compares the list with what the link said. */
async function follow(page: Page, link: Locator, count: number): Promise<void> {
  await link.click();
  await expect(page).toHaveURL(/\/tickets/);
  await expect.poll(() => total(page)).toBe(count);
  await page.goBack();
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const settled = (page: Page) => expect(page.locator('[data-stale="true"]')).toHaveCount(0);

test('the numbers of people, and the flows, matrix and sentence of handoffs, lead to as many tickets, deleted ones on demand; people sort by a head, one way and the other, and are found by name; both screens fit a narrow phone, and handoffs a laptop beside the filters', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${LIST}`);
  const listed = await total(page);
  await test.step('people', async () => {
    await goWithin(page, '/w/4201/people?priority=HIGH&priority=MEDIUM');
    const table = page.getByRole('table', { name: 'Open tickets by assignee' });
    const rows = table.getByRole('row');
    // The last row is that of everybody; the first that of whom most tickets are late with. All of them have some.
    for (const row of [1, -1]) {
      for (const column of ['open', 'overdue', 'urgent']) {
        const link = rows.nth(row).locator(`[data-column="${column}"]`).getByRole('link');
        await follow(page, link, numberIn(await link.textContent()));
      }
    }
    await rows.nth(1).getByRole('link').last().click();
    await expect(page).toHaveURL(/sort=issueDate/);

    await goWithin(page, '/w/4201/people');
    const column = async (index: number) => {
      const cells = await table.locator(`tbody tr > *:nth-child(${index})`).allTextContents();
      return cells.map((text) => numberIn(text));
    };
    const head = table.getByRole('columnheader', { name: 'Overdue' });
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await settled(page);
    const falling = (numbers: readonly number[]) => numbers.toSorted((a, b) => b - a);
    const [overdue, unsorted] = [await column(3), await column(2)];
    expect(overdue.length).toBeGreaterThan(10);
    expect(overdue).toEqual(falling(overdue));
    expect(unsorted).not.toEqual(falling(unsorted));
    await table.getByRole('button', { name: 'Open', exact: true }).click();
    await expect.poll(() => column(2)).toEqual(falling(unsorted));
    await table.getByRole('button', { name: 'Open', exact: true }).click();
    await expect.poll(() => column(2)).toEqual(falling(unsorted).toReversed());
    await expectAccessibleInBothThemes(page, 'main');
    await page.getByRole('textbox', { name: 'Find a person' }).fill('jonas');
    await expect(table.locator('tbody tr')).toHaveCount(1);
    await page.getByRole('textbox', { name: 'Find a person' }).clear();
    await page.setViewportSize({ width: 320, height: 700 });
    await expect(table).toBeVisible();
    expect(await overflow(page)).toBe(0);
  });

  await test.step('handoffs', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await goWithin(page, '/w/4201/handoffs');
    const words = page
      .getByText(/moved to another segment/)
      .getByRole('link')
      .first();
    await follow(page, words, numberIn(await words.textContent()));
    const flows = page.getByRole('list').filter({ hasText: '→' }).getByRole('link');
    for (const flow of [flows.first(), flows.nth(7)]) {
      const [digits] = /[\d,]+$/.exec((await flow.textContent()) ?? '') ?? [];
      await follow(page, flow, numberIn(digits ?? null));
    }
    const matrix = page.getByRole('region', { name: 'Tickets by origin and current segment' });
    expect(await matrix.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    for (const cell of [
      matrix.getByRole('link', { name: /stayed/ }).first(),
      matrix.getByRole('link').nth(9),
    ]) {
      await follow(page, cell, numberIn(await cell.textContent()));
    }

    const note = page.getByRole('link', { name: /^[\d,]+ deleted left out$/ });
    const deleted = numberIn(/^[\d,]+/.exec((await note.textContent()) ?? '')?.[0] ?? null);
    await note.click();
    await expect(page).toHaveURL(/handoffs\?deleted=include$/);
    const all = (listed + deleted).toLocaleString('en');
    await expect(page.getByRole('link', { name: `${all} tickets` })).toBeVisible();
    await expect(note).toBeHidden();

    await goWithin(page, '/w/4201/handoffs');
    await settled(page);
    await page.setViewportSize({ width: 320, height: 700 });
    await expect(page.getByRole('table').last()).toBeVisible();
    expect(await overflow(page)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('button', { name: 'Open tickets only' }).click();
    await expect(page).toHaveURL(/handoffs\?status=-RESOLVED/);
    await settled(page);
    await expectAccessibleInBothThemes(page, 'main');
  });
});
