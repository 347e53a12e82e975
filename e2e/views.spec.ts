import { expect, expectAccessibleInBothThemes, idsOnScreen, openQueue, test, total } from './support/test.ts';
import { button, choose, heading, menu, saveAs, settled } from './support/views.ts';

test('a visit begins with what needs attention: open tickets, the late and urgent first', async ({
  page,
  demo,
}) => {
  await openQueue(page, demo.url);
  await expect(heading(page)).toContainText('Open tickets');
  await expect(page).toHaveTitle(/^Open tickets · /);
  expect(new URL(page.url()).search).toBe('?status=-RESOLVED');
  const first = page.locator('tr[data-listed]').first();
  await expect(first).toContainText('Overdue');
  await expect(page.getByRole('table', { name: 'Tickets' })).not.toContainText('Resolved');
});

const READY = [
  ['Open tickets', 'a', 'status=-RESOLVED'],
  ['Overdue', 'o', 'overdue=true&status=-RESOLVED'],
  ['Critical and high', 'c', 'priority=CRITICAL&priority=HIGH&status=-RESOLVED'],
  ['Unassigned', 'u', 'status=-RESOLVED&assignee=none&sort=-priority%2CissueDate'],
  ['Escalated', 'e', 'status=ESCALATED'],
  ['Issued today', 'd', 'issuedFrom=today&sort=-issueDate'],
] as const;

test('each ready view is chosen from the menu, and by g and its letter from any screen', async ({
  page,
  demo,
}) => {
  await openQueue(page, demo.url);
  for (const [name, letter, search] of READY) {
    await button(page).click();
    const item = menu(page).getByRole('menuitemradio', { name });
    await expect(item).toHaveText(/\d/);
    const promised = Number(/\d+/.exec((await item.textContent()) ?? '')?.[0]);
    await item.click();
    await expect(page).toHaveURL(`${demo.url}/w/4201/tickets?${search}`);
    await expect(button(page)).toHaveText(name);
    await expect.poll(() => total(page)).toBe(promised);
    const shown = await total(page);
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'People' }).click();
    await expect(page).toHaveURL(`${demo.url}/w/4201/people?${search}`);
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await expect(page).toHaveURL(`${demo.url}/w/4201/tickets?${search}`);
    await expect.poll(() => total(page)).toBe(shown);
  }
});

test('a change says so, can be taken back, and is no change any more when it is undone by hand', async ({
  page,
  demo,
}) => {
  await openQueue(page, demo.url);
  await expect(page.getByRole('button', { name: 'Reset' })).toBeHidden();
  await page.getByRole('checkbox', { name: /^Critical/ }).check();
  await expect(button(page)).toHaveText('Open tickets · changed');
  await page.reload();
  await expect(button(page)).toHaveText('Open tickets · changed');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(button(page)).toHaveText('Open tickets');
  await expect(page.getByRole('checkbox', { name: /^Critical/ })).not.toBeChecked();
  await page.goBack();
  await expect(button(page)).toHaveText('Open tickets · changed');
  await page.getByRole('checkbox', { name: /^Critical/ }).uncheck();
  await expect(button(page)).toHaveText('Open tickets');
  await page.getByRole('button', { name: 'Clear the search and all filters' }).click();
  await expect(button(page)).toHaveText('All tickets');
});

test('an own view keeps filters and order, is saved anew only when changed, and the saving is undone', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?priority=HIGH&sort=-id`);
  await saveAs(page, 'Urgent newest');
  const before = await idsOnScreen(page);
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeHidden();
  await page.reload();
  await expect(button(page)).toHaveText('Urgent newest');

  await page.getByRole('checkbox', { name: /^Escalated/ }).check();
  await expect(button(page)).toHaveText('Urgent newest · changed');
  await settled(page);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(button(page)).toHaveText('Urgent newest');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(button(page)).toHaveText('Urgent newest · changed');

  await choose(page, 'Overdue');
  await settled(page);
  await page.keyboard.press('g');
  await page.keyboard.press('1');
  await expect(button(page)).toHaveText('Urgent newest');
  await settled(page);
  expect(await idsOnScreen(page)).toEqual(before);
});

test('the start view is where the bare address and the brand lead', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?q=order`);
  await saveAs(page, 'Orders', { start: true });
  await page.goto(demo.url);
  await expect(page).toHaveURL(/\?q=order$/);
  await expect(button(page)).toHaveText('Orders');
  await choose(page, 'Overdue');
  await page.getByRole('link', { name: 'Loopdesk' }).click();
  await expect(page).toHaveURL(/\?q=order$/);
  // Another workspace has views of its own.
  await page.getByRole('combobox', { name: 'Workspace' }).selectOption({ index: 1 });
  await expect(button(page)).toHaveText('Open tickets');
});

test('own views are renamed, moved, made the start and deleted, and a deleted one comes back', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?q=order`);
  await saveAs(page, 'First');
  await page.goto(`${demo.url}/w/4201/tickets?q=refund`);
  await saveAs(page, 'Second');
  await choose(page, 'Manage views…');
  const dialog = page.getByRole('dialog', { name: 'Views' });
  const names = () =>
    dialog.getByRole('textbox').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));

  await dialog.getByLabel('Name of Second').fill('Overdue');
  await expect(dialog.getByRole('alert').filter({ hasText: 'already' })).toBeVisible();
  await dialog.getByLabel('Name of Second').fill('Refunds');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Name of Refunds')).toBeVisible();
  await dialog.getByRole('button', { name: 'Move Refunds up' }).click();
  await expect.poll(names).toEqual(['Refunds', 'First']);
  await dialog.getByRole('radio', { name: 'Make First my start view' }).check();
  await dialog.getByRole('button', { name: 'Delete Refunds' }).click();
  await expect.poll(names).toEqual(['First']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(names).toEqual(['Refunds', 'First']);
  await dialog.getByRole('button', { name: 'Delete Refunds' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  // What it showed stays; it is only no view any more.
  await expect(page).toHaveURL(/q=refund/);
  await expect(button(page)).toHaveText('Some tickets');
  await page.goto(demo.url);
  await expect(button(page)).toHaveText('First');
});

test('a browser that keeps nothing says so, and the view holds for the page', async ({ page, demo }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openQueue(page, `${demo.url}/w/4201/tickets?q=order`);
  await saveAs(page, 'Orders');
  await expect(page.getByText(/It holds only until this page is closed/).first()).toBeVisible();
  await expect(button(page)).toHaveText('Orders');
});

test('a view’s name is kept without what would turn the text around it', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?q=order`);
  await choose(page, 'Save as a new view…');
  await page.getByRole('dialog', { name: 'Save as a new view' }).getByLabel('Name').fill('\u202EOrders');
  await page.keyboard.press('Enter');
  await expect(button(page)).toHaveText('Orders');
});

test('a name that is missing or taken is refused with the reason', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?q=order`);
  await choose(page, 'Save as a new view…');
  const dialog = page.getByRole('dialog', { name: 'Save as a new view' });
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('A view needs a name.');
  await page.keyboard.type('overdue');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('There is a view “overdue” already.');
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
});

test('by keyboard alone: a view is chosen, changed, kept under a name, deleted and brought back', async ({
  page,
  demo,
}) => {
  await openQueue(page, demo.url);
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

test('axe finds nothing on the menu, nor where views are saved and managed', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=25&q=order`);
  await saveAs(page, 'A very long name, <b>with marks</b> and عربى in it');
  await page.getByRole('checkbox', { name: /^High/ }).check();
  await button(page).click();
  await expect(menu(page)).toBeVisible();
  await expectAccessibleInBothThemes(page, '[role="menu"]');
  await page.keyboard.press('Escape');
  await choose(page, 'Manage views…');
  await expect(page.getByRole('dialog', { name: 'Views' })).toBeVisible();
  await expectAccessibleInBothThemes(page, '[role="dialog"]');
});

test('heading, menu and tabs fit windows from 320 to 1024 pixels wide', async ({ page, demo }) => {
  await page.goto(`${demo.url}/w/4201/tickets?q=order&perPage=25`);
  await expect(heading(page)).toContainText('ticket');
  await saveAs(page, 'A name that is as long as a name can be, not a letter more');
  for (const width of [1024, 820, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await button(page).click();
    await expect(menu(page)).toBeVisible();
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
});

test('a view that is saved in another tab while this one is in a meeting is still there afterwards', async ({
  page,
  context,
  demo,
}) => {
  await page.goto(`${demo.url}/w/4201/triage`);
  await expect(page.getByRole('heading', { name: 'Start a meeting' })).toBeVisible();
  const other = await context.newPage();
  await openQueue(other, `${demo.url}/w/4201/tickets?q=refund`);
  await saveAs(other, 'Of the other tab');
  await page.bringToFront();
  await page.getByRole('link', { name: 'Tickets', exact: true }).click();
  // Without loading the page again, which would read all views anew.
  await page.getByRole('combobox', { name: 'Search tickets' }).fill('delivery');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=delivery/);
  await saveAs(page, 'Of this tab');
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  for (const name of ['Of the other tab', 'Of this tab']) {
    await expect(page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) })).toBeVisible();
  }
});
