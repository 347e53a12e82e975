import { goWithin } from './support/go-within.ts';
import { expect, expectAccessibleInBothThemes, openQueue, test, total } from './support/test.ts';
import { button, choose, heading, menu, saveAs, settled } from './support/views.ts';

const READY = [
  ['Open tickets', 'status=-RESOLVED'],
  ['Overdue', 'overdue=true&status=-RESOLVED'],
  ['Critical and high', 'priority=CRITICAL&priority=HIGH&status=-RESOLVED'],
  ['Unassigned', 'status=-RESOLVED&assignee=none&sort=-priority%2CissueDate'],
  ['Escalated', 'status=ESCALATED'],
  ['Issued today', 'issuedFrom=today&sort=-issueDate'],
] as const;

test('each ready view is chosen from the menu, and has as many tickets as it says there; by keyboard alone a view is chosen, changed, kept under a name, deleted and brought back', async ({
  page,
  demo,
}) => {
  await openQueue(page, demo.url);
  for (const [name, search] of READY) {
    await button(page).click();
    const item = menu(page).getByRole('menuitemradio', { name });
    await expect(item).toHaveText(/\d/);
    const promised = Number(/\d+/.exec((await item.textContent()) ?? '')?.[0]);
    await item.click();
    await expect(page).toHaveURL(`${demo.url}/w/4201/tickets?${search}`);
    await expect(button(page)).toHaveText(name);
    await expect.poll(() => total(page)).toBe(promised);
  }

  await button(page).focus();
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeVisible();
  await page.keyboard.type('crit');
  await page.keyboard.press('Enter');
  await expect(button(page)).toHaveText('Critical and high');
  await expect(button(page)).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.type('order');
  await expect(button(page)).toHaveText('Critical and high · changed');
  await page.getByRole('button', { name: 'Save as…' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('dialog', { name: 'Save as a new view' })).toBeVisible();
  await page.keyboard.type('Orders');
  await page.keyboard.press('Enter');
  await expect(button(page)).toHaveText('Orders');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command, filter or ticket number' })).toBeFocused();
  await page.keyboard.type('manage');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Views' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete Orders' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('radio', { checked: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('F6');
  // The notice, and its button.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('g');
  await page.keyboard.press('1');
  await expect(button(page)).toHaveText('Orders');
});

test('own views meet those of another tab, after a meeting too, and outlive the page; one is its start; menu and dialogs fit windows from 320 to 1024 pixels wide, and axe finds nothing on them', async ({
  page,
  context,
  demo,
}) => {
  await page.goto(`${demo.url}/w/4201/triage`);
  await expect(page.getByRole('heading', { name: 'Start a meeting' })).toBeVisible();
  const other = await context.newPage();
  await openQueue(other, `${demo.url}/w/4201/tickets?q=refund&perPage=10`);
  await saveAs(other, 'Of the other tab', { start: true });
  await page.bringToFront();
  await page.getByRole('link', { name: 'Tickets', exact: true }).click();
  // Without loading the page again, which would read all views anew.
  await page.getByRole('combobox', { name: 'Search tickets' }).fill('delivery');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=delivery/);
  await saveAs(page, 'Of this tab');

  await page.goto(demo.url);
  await expect(page).toHaveURL(/\?q=refund$/);
  await expect(button(page)).toHaveText('Of the other tab');
  await button(page).click();
  for (const name of ['Of the other tab', 'Of this tab']) {
    await expect(menu(page).getByRole('menuitemradio', { name: new RegExp(`^${name}`) })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  // Another workspace has views of its own.
  await page.getByRole('combobox', { name: 'Workspace' }).selectOption({ index: 1 });
  await expect(button(page)).toHaveText('Open tickets');
  await other.close();

  await goWithin(page, '/w/4201/tickets?perPage=10&q=order');
  await settled(page);
  await choose(page, 'Save as a new view…');
  const saving = page.getByRole('dialog', { name: 'Save as a new view' });
  await expect(saving.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(saving.getByRole('alert')).toBeVisible();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
  await page.keyboard.type('As long as a name can be, <b>with marks</b> and عربى in it');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toContainText('As long as');
  await page.getByRole('checkbox', { name: /^High/ }).check();

  for (const width of [1440, 1024, 820, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await button(page).click();
    await expect(menu(page)).toBeVisible();
    if (width === 1440) await expectAccessibleInBothThemes(page, '[role="menu"]');
    const box = await menu(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.keyboard.press('Escape');
    await expect(menu(page)).toBeHidden();
    for (const name of ['Tickets', 'People', 'Handoffs', 'Trends', 'Triage']) {
      const tab = page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name });
      await expect(tab).toBeInViewport({ ratio: 1 });
    }
  }

  await page.setViewportSize({ width: 1440, height: 900 });
  await choose(page, 'Manage views…');
  await expect(page.getByRole('dialog', { name: 'Views' })).toBeVisible();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
});
