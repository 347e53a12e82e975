import type { Page } from '@playwright/test';
import { seeHelp } from './support/keys.ts';
import { expect, expectAccessibleInBothThemes, openQueue, test } from './support/test.ts';

async function openSettings(page: Page) {
  await page.keyboard.press(',');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByRole('heading', { name: 'Local data' })).toBeVisible();
  return settings;
}

test('theme and density hold at once and after a reload', async ({ page, demo }) => {
  await openQueue(page, demo.url);
  const settings = await openSettings(page);
  await settings.getByRole('radio', { name: 'Dark' }).check();
  await settings.getByRole('radio', { name: 'Compact' }).check();
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-density', 'compact');
  await page.reload();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-density', 'compact');
});

test('a time zone is found by typing, holds everywhere and is named where times are', async ({
  page,
  demo,
}) => {
  await openQueue(page, demo.url);
  await page.locator('tr[data-listed]').first().getByText('Overdue').click();
  const drawer = page.getByRole('dialog', { name: /^Ticket/ });
  await expect(drawer).toContainText('Time zone: Europe/Berlin');
  const settings = await openSettings(page);
  const field = settings.getByRole('combobox', { name: 'Show times and begin days in' });
  await field.fill('new york');
  await page.keyboard.press('Enter');
  await expect(settings).toContainText(/It is \d\d:\d\d there now \((GMT-[45]|E[SD]T)\)/);
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  await expect(drawer).toContainText('Time zone: America/New York');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Data status' }).click();
  await expect(page.getByRole('dialog', { name: 'Data status' })).toContainText('America/New York');
});

test('a time zone that nobody knows is not chosen', async ({ page, demo }) => {
  await openQueue(page, demo.url);
  const settings = await openSettings(page);
  const field = settings.getByRole('combobox', { name: 'Show times and begin days in' });
  await field.fill('atlantis');
  await expect(page.getByText('This browser knows no such time zone.')).toBeVisible();
  await page.keyboard.press('Enter');
  await openQueue(page, demo.url);
  await openSettings(page);
  await expect(field).toHaveValue(/as this browser$/);
  await expect(settings).toContainText('(CE');
});

test('single keys can be switched off', async ({ page, demo }) => {
  await openQueue(page, demo.url);
  await seeHelp(page);
  const settings = await openSettings(page);
  await settings.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.keyboard.press(',');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: /^Settings/ }).click();
  await settings.getByRole('checkbox', { name: 'Single-key shortcuts' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Settings/ })).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

test('keys do nothing behind the settings', async ({ page, demo }) => {
  await openQueue(page, demo.url);
  await page.locator('tr[data-listed]').first().getByText('Overdue').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const address = page.url();
  await openSettings(page);
  await page.keyboard.press('j');
  await page.keyboard.press('m');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeHidden();
  expect(page.url()).toBe(address);
  // Had the key been heard before, this would be its second time.
  await page.keyboard.press('m');
  await expect(page.getByText('Names hidden')).toBeVisible();
});

test('what the browser keeps is listed, and forgotten after a question', async ({ page, demo }) => {
  await openQueue(page, demo.url);
  const settings = await openSettings(page);
  await settings.getByRole('radio', { name: 'Dark' }).check();
  await page.keyboard.press('Escape');
  await openSettings(page);
  await expect(settings.getByRole('listitem').filter({ hasText: 'These settings' })).toContainText('kB');
  await settings.getByRole('button', { name: 'Clear local data…' }).click();
  await expect(settings.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await settings.getByRole('button', { name: 'Clear local data…' }).click();
  await settings.getByRole('button', { name: 'Clear local data', exact: true }).click();
  await expect(settings).toBeHidden();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  expect(await page.evaluate(() => localStorage.getItem('loopdesk.settings'))).toBeNull();
});

test('axe finds nothing on the settings, its zones and its question', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=25`);
  const settings = await openSettings(page);
  await settings.getByRole('combobox').fill('euro');
  await expect(page.getByRole('option', { name: 'Europe/Rome' })).toBeVisible();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
  await settings.getByRole('combobox').press('Escape');
  await settings.getByRole('button', { name: 'Clear local data…' }).click();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
});

test('the settings fit on a narrow phone and at a zoom of 200 %', async ({ page, demo }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(demo.url);
  await page.getByRole('button', { name: /^Settings/ }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  for (const [width, height] of [
    [320, 640],
    [720, 450],
  ] as const) {
    await page.setViewportSize({ width, height });
    await settings.getByRole('button', { name: 'Clear local data…' }).click();
    await settings.getByRole('button', { name: 'Keep it' }).click();
    const wide = await settings.evaluate((dialog) =>
      [...dialog.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > innerWidth),
    );
    expect(wide).toEqual([]);
    await expect(settings.getByRole('button', { name: 'Close' })).toBeInViewport();
  }
});
