import { goWithin } from './support/go-within.ts';
import { LIST } from './support/table.ts';
import { expect, openQueue, test } from './support/test.ts';

test('each toolbar and each filter is one stop, in which the arrows lead from tool to tool and through its values', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${LIST}`);
  await test.step('toolbars', async () => {
    for (const name of ['View and tools', 'Numbers that filter the list']) {
      const toolbar = page.getByRole('toolbar', { name });
      await expect(toolbar.locator(':is(a, button, select)[tabindex="0"]')).toHaveCount(1);
    }
    const tools = page.getByRole('toolbar', { name: 'View and tools' });
    const [first, second] = [tools.getByRole('button').first(), tools.getByRole('button').nth(1)];
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await expect(second).toBeFocused();
    await page.keyboard.press('End');
    await expect(tools.getByRole('button', { name: 'Start triage' })).toBeFocused();
    await page.keyboard.press('Home');
    await expect(first).toBeFocused();
    // From an order among them the arrows along the line lead on, and do not change it.
    await page.getByRole('combobox', { name: 'Order' }).focus();
    const address = page.url();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused();
    expect(page.url()).toBe(address);
  });

  await test.step('a filter’s values, and what is beside them', async () => {
    // Of radio buttons the Tab key stops at the one that is chosen.
    const stops = ':is(button, input):not([tabindex="-1"], [type="radio"]:not(:checked))';
    const facets = page.getByRole('complementary', { name: 'Filters' }).getByRole('group');
    for (const index of Array(await facets.count()).keys()) {
      const found = facets.nth(index).locator(stops).filter({ visible: true });
      await expect(found).toHaveCount(1);
    }

    const priority = page.getByRole('group', { name: 'Priority' });
    await priority.locator('input').first().focus();
    await page.keyboard.press('End');
    await expect(priority.locator('input').last()).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    const high = priority.getByRole('checkbox', { name: /^High/ });
    await expect(high).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page).toHaveURL(/priority=HIGH/);
    await expect(high).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(priority.getByRole('button', { name: 'Only High' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/priority=-HIGH/);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(high).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('group', { name: 'Status' }).locator(':focus')).toHaveCount(1);
  });

  await test.step('the head and the search of a filter are above its values', async () => {
    const assignee = page.getByRole('group', { name: 'Assignee' });
    const head = assignee.getByRole('button', { name: /^Assignee \d+ values/ });
    await expect(head).toHaveAttribute('aria-expanded', 'false');
    await head.click();
    await assignee.getByRole('checkbox').first().focus();
    await page.keyboard.press('ArrowUp');
    await expect(assignee.getByRole('textbox', { name: 'Find in assignee' })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(head).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(assignee.getByRole('checkbox')).toHaveCount(0);
  });

  await test.step('the filters on the search box are walked and removed', async () => {
    await goWithin(page, '/w/4201/tickets?status=-RESOLVED&priority=HIGH&overdue=true');
    const remove = (filter: string) => page.getByRole('button', { name: `Remove the filter ${filter}` });
    await page.getByRole('combobox', { name: 'Search tickets' }).focus();
    await page.keyboard.press('Tab');
    await expect(remove('Overdue')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(remove('Priority: High')).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(page).not.toHaveURL(/priority/);
    await expect(remove('Status: not Resolved')).toBeFocused();
  });
});
