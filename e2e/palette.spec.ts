import type { Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { numberIn } from './support/numbers.ts';
import { expect, expectAccessibleInBothThemes, openQueue, test, total } from './support/test.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const field = (page: Page) => dialog(page).getByRole('combobox');
const option = (page: Page, name: RegExp | string) => dialog(page).getByRole('option', { name });

async function openPalette(page: Page, text = ''): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  if (text !== '') await field(page).fill(text);
}

/** Asserts that the arrows lead to options, of which the field speaks, and that axe finds nothing. */
async function expectWalk(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Commands' }).click();
  await expect(field(page)).toBeFocused();
  const spoken = () =>
    field(page).evaluate((input) => {
      const id = input.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.querySelector('bdi')?.textContent;
    });
  await expect.poll(spoken).toBe('Open tickets');
  await page.keyboard.press('ArrowDown');
  await expect.poll(spoken).toBe('Overdue');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  const last = dialog(page).getByRole('option').last();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(last).toBeInViewport();
  await page.keyboard.type('zzzz');
  await expect(dialog(page).getByRole('status')).toHaveText('1 result');
  await field(page).fill('a');
  await expect(dialog(page).getByText(/more: type on to find them/)).toBeVisible();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
}

test('the palette gives the focus back, fits a phone, and axe finds nothing; a value’s name promises as many tickets as are listed; the help has all keys and what the marks mean; after g the screen says what can follow', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=10&priority=HIGH`);

  await test.step('Escape, its own keys and a press beside it close it, and the focus is where it was', async () => {
    const filters = page.getByRole('button', { name: /^Filters/ });
    await filters.focus();
    for (const close of [
      () => page.keyboard.press('Escape'),
      () => page.keyboard.press('Control+k'),
      () => page.mouse.click(5, 400),
    ]) {
      await openPalette(page, 'over');
      await close();
      await expect(dialog(page)).toBeHidden();
      await expect(filters).toBeFocused();
    }
    // A command finds the focus where it was: here it moves on to the search.
    await openPalette(page, 'search');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Search tickets' })).toBeFocused();
  });

  await test.step('the arrows walk, and the field speaks of the option and of how many there are', () =>
    expectWalk(page));

  await test.step('a value’s name sets its filter, the others staying', async () => {
    await openPalette(page, 'escal');
    const filter = option(page, /^Status: Escalated/);
    const promised = numberIn(/[\d,]+(?= tickets?)/.exec((await filter.textContent()) ?? '')?.[0] ?? null);
    await filter.click();
    await expect(dialog(page)).toBeHidden();
    await expect(page).toHaveURL(/\?priority=HIGH&status=ESCALATED&perPage=10$/);
    await expect.poll(() => total(page)).toBe(promised);
    await openPalette(page, 'not resolved');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/status=-RESOLVED/);
  });

  await test.step('another workspace is a command', async () => {
    await openPalette(page, 'workspace');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/w\/4202\//);
  });

  await test.step('it opens from the header of a phone and fits in', async () => {
    await page.setViewportSize({ width: 390, height: 700 });
    await expect(page.getByRole('list', { name: 'Tickets', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Commands' }).click();
    await field(page).fill('overdue');
    const box = await dialog(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    await option(page, /^Overdue/)
      .first()
      .click();
    await expect(page).toHaveURL(/overdue=true/);
  });

  const address = `${demo.url}/w/4201/tickets?perPage=10`;
  await page.setViewportSize({ width: 1440, height: 900 });
  await goWithin(page, '/w/4201/tickets?perPage=10');
  await expect(page.getByRole('table', { name: 'Tickets' })).toBeVisible();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys and marks' });
  for (const words of ['Open tickets', 'Next ticket', 'Ctrl K', 'Escalated', 'past its due time']) {
    await expect(help.getByText(words).first()).toBeVisible();
  }
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page).toHaveURL(address);
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();

  // The hint stays for as long as axe looks at it, also where that takes long.
  await page.evaluate(() => {
    const wait = globalThis.setTimeout;
    globalThis.setTimeout = ((run: () => void, ms = 0) => wait(run, ms * 20)) as typeof setTimeout;
  });
  await page.keyboard.press('g');
  await expect(page.getByText('g then')).toBeVisible();
  await expectAccessibleInBothThemes(page, '[aria-label="After g"]');
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/\/w\/4201\/people/);
});
