import type { Page } from '@playwright/test';
import { expectSingleKeys, seeHelp } from './support/keys.ts';
import { numberIn } from './support/numbers.ts';
import { expect, expectAccessibleInBothThemes, idsOnScreen, openQueue, test, total } from './support/test.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const field = (page: Page) => dialog(page).getByRole('combobox');
const option = (page: Page, name: RegExp | string) => dialog(page).getByRole('option', { name });

async function openPalette(page: Page, text = ''): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  if (text !== '') await field(page).fill(text);
}

test('a value’s name sets its filter, the others staying, and promises as many tickets as are listed', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?priority=HIGH`);
  await openPalette(page, 'escal');
  const filter = option(page, /^Status: Escalated/);
  const promised = numberIn(/[\d,]+(?= tickets?)/.exec((await filter.textContent()) ?? '')?.[0] ?? null);
  await filter.click();
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL(/\?priority=HIGH&status=ESCALATED$/);
  await expect.poll(() => total(page)).toBe(promised);
  await openPalette(page, 'not resolved');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/status=-RESOLVED/);
});

test('a ticket opens by its number, from any screen; one that is not there is told', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?sort=-id`);
  const [first] = await idsOnScreen(page);
  await page.goto(`${demo.url}/w/4201/people?status=-RESOLVED`);
  await expect(page.getByRole('table', { name: 'Open tickets by assignee' })).toBeVisible();
  await openPalette(page, `#${first}`);
  await expect(option(page, new RegExp(`^Open ticket ${first}`))).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: `Ticket ${first}` })).toBeVisible();
  await expect(page).toHaveURL(`${demo.url}/w/4201/tickets/${first}?status=-RESOLVED`);
  await expect(dialog(page)).toBeHidden();

  await openPalette(page, '1');
  const unknown = option(page, 'There is no ticket 1 in this workspace');
  await expect(unknown).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  // What Enter would have opened would stand in the address, and what is typed now would go to it.
  await field(page).fill('#');
  await expect(unknown).toBeHidden();
  await expect(page).toHaveURL(`${demo.url}/w/4201/tickets/${first}?status=-RESOLVED`);
});

test('screens, workspaces, settings and a search of the tickets are among the commands', async ({
  page,
  demo,
}) => {
  await openQueue(page, demo.url);
  await openPalette(page, 'handoff');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/w\/4201\/handoffs\?status=-RESOLVED$/);
  await openPalette(page, 'theme dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await openPalette(page, 'workspace');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/w\/4202\//);
  await openPalette(page, 'lost parcel');
  await option(page, 'Search tickets for “lost parcel”').click();
  await expect(page).toHaveURL(/q=lost\+parcel/);
});

test('Escape, its own keys and a press beside it close the palette, and the focus is where it was', async ({
  page,
  demo,
}) => {
  await openQueue(page, demo.url);
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

test('the arrows walk, the field speaks of the option and of how many there are, and axe finds nothing', async ({
  page,
  demo,
}) => {
  await openQueue(page, demo.url);
  await page.getByRole('button', { name: 'Commands' }).click();
  await expect(field(page)).toBeFocused();
  const spoken = () =>
    field(page).evaluate((input) => {
      const id = input.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.querySelector('bdi')?.textContent;
    });
  expect(await spoken()).toBe('Open tickets');
  await page.keyboard.press('ArrowDown');
  expect(await spoken()).toBe('Overdue');
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
});

test('single keys are switched off and on again; typed letters are never commands', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets`);
  await seeHelp(page);
  await page.keyboard.press('/');
  await page.keyboard.type('go?f');
  await expect(page.getByRole('combobox', { name: 'Search tickets' })).toHaveValue('go?f');
  await expect(page.getByRole('dialog')).toBeHidden();
  await openQueue(page, demo.url);
  await seeHelp(page);

  await openPalette(page, 'shortcuts off');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expectSingleKeys(page, false);
  await page.keyboard.press('?');
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page).toHaveURL(/\?status=-RESOLVED$/);
  await expect(page.getByRole('dialog')).toBeHidden();
  await openPalette(page, 'shortcuts on');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expectSingleKeys(page, true);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys and marks' })).toBeVisible();
});

test('after g the screen says what can follow', async ({ page, demo }) => {
  await openQueue(page, demo.url);
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

test('the help has all keys and what the marks mean, and nothing behind it hears keys', async ({
  page,
  demo,
}) => {
  await openQueue(page, demo.url);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys and marks' });
  for (const words of ['Open tickets', 'Next ticket', 'Ctrl K', 'Escalated', 'past its due time']) {
    await expect(help.getByText(words).first()).toBeVisible();
  }
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page).toHaveURL(/\?status=-RESOLVED$/);
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});

test('the palette fits a phone and opens from its header', async ({ page, demo }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(demo.url);
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
