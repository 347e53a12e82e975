import type { Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { expect, expectAccessibleInBothThemes, openQueue, test } from './support/test.ts';

async function openSettings(page: Page) {
  await page.keyboard.press(',');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByRole('heading', { name: 'Local data' })).toBeVisible();
  return settings;
}

test('what the browser keeps is listed, and forgotten after a question; theme, density and a time zone that is found by typing hold at once, everywhere and after a reload; keys do nothing behind the settings, which fit a narrow phone; axe finds nothing', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=10`);
  const settings = await openSettings(page);
  await settings.getByRole('combobox').fill('euro');
  await expect(page.getByRole('option', { name: 'Europe/Rome' })).toBeVisible();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
  await settings.getByRole('combobox').press('Escape');
  await settings.getByRole('radio', { name: 'Compact' }).check();
  await page.keyboard.press('Escape');

  await openSettings(page);
  await expect(settings.getByRole('listitem').filter({ hasText: 'These settings' })).toContainText('kB');
  const forget = settings.getByRole('button', { name: 'Clear local data…' });
  const keep = settings.getByRole('button', { name: 'Keep it' });
  await forget.click();
  await expect(keep).toBeFocused();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
  await page.keyboard.press('Enter');
  await expect(keep).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');

  // The second is a window of 1440 × 900 at a zoom of 200 %.
  for (const [width, height] of [
    [320, 640],
    [720, 450],
  ] as const) {
    await page.setViewportSize({ width, height });
    await forget.click();
    await keep.click();
    const wide = await settings.evaluate((dialog) =>
      [...dialog.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > innerWidth),
    );
    expect(wide).toEqual([]);
    await expect(settings.getByRole('button', { name: 'Close' })).toBeInViewport();
  }

  await forget.click();
  await settings.getByRole('button', { name: 'Clear local data', exact: true }).click();
  await expect(settings).toBeHidden();
  await expect(page.locator('html')).not.toHaveAttribute('data-density', 'compact');
  expect(await page.evaluate(() => localStorage.getItem('loopdesk.settings'))).toBeNull();

  await page.setViewportSize({ width: 1440, height: 900 });
  await goWithin(page, '/w/4201/tickets?perPage=10&status=-RESOLVED');
  await page.locator('tr[data-listed]').first().getByText('Overdue').click();
  const drawer = page.getByRole('dialog', { name: /^Ticket/ });
  await expect(drawer).toContainText('Time zone: Europe/Berlin');
  const address = page.url();
  await openSettings(page);

  await test.step('keys do nothing behind the settings', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await page.keyboard.press('Escape');
    await expect(settings).toBeHidden();
    expect(page.url()).toBe(address);
    // Had the key been heard before, this would be its second time.
    await page.keyboard.press('m');
    await expect(page.getByText('Names hidden')).toBeVisible();
  });

  await openSettings(page);
  await expect(settings).toContainText('(CE');
  await settings.getByRole('combobox', { name: 'Show times and begin days in' }).fill('new york');
  await page.keyboard.press('Enter');
  await expect(settings).toContainText(/It is \d\d:\d\d there now \((GMT-[45]|E[SD]T)\)/);
  await settings.getByRole('radio', { name: 'Dark' }).check();
  await settings.getByRole('radio', { name: 'Compact' }).check();
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-density', 'compact');
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  await expect(drawer).toContainText('Time zone: America/New York');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Data status' }).click();
  await expect(page.getByRole('dialog', { name: 'Data status' })).toContainText('America/New York');

  await page.reload();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-density', 'compact');
});
