import { expect, expectWellLaidOut, isFalling, test } from './test.ts';
import type { User } from './user.ts';

const ids = async (user: User) => (await user.texts('[data-listed] a')).map(Number);

async function openList(user: User): Promise<void> {
  await user.open('/w/4201/tickets?perPage=25');
  await expect.poll(() => ids(user)).toHaveLength(25);
}

test('the list shows its rows under its head, a ticket opens at the side, and a command is found by typing', async ({
  user,
}) => {
  await openList(user);
  await expectWellLaidOut(user);
  const [head, firstRow] = [await user.box('thead'), await user.box('tr[data-listed]')];
  expect(head?.bottom).toBeLessThanOrEqual((firstRow?.top ?? 0) + 1);
  // Where scrollbars take room, one pixel too many costs the page twelve.
  const over = await user.engine.run(
    () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
  );
  expect(over).toBe(0);

  const [first, second] = await ids(user);
  await user.press('link', new RegExp(`^${first}$`));
  await user.sees('dialog', new RegExp(`^Ticket ${first}`));
  await expectWellLaidOut(user);
  const { width, height } = await user.window();
  expect(await user.box('[role="dialog"]')).toMatchObject({ top: 0, right: width, bottom: height });
  await user.keys('j');
  await user.sees('dialog', new RegExp(`^Ticket ${second}`));
  await user.keys('Escape');
  await user.seesNo('dialog', /^Ticket/);

  await user.keys('Control', 'k');
  await user.sees('dialog', /^Commands/);
  await user.type('not resolved');
  await user.sees('option', /^Status: not Resolved/);
  await expectWellLaidOut(user);
  await user.keys('Enter');
  await expect.poll(() => user.address()).toContain('status=-RESOLVED');
  await user.seesNo('dialog', /^Commands/);
});

test('a filter and a head change the rows and the address, the overview counts, and a cell of it filters the list', async ({
  user,
}) => {
  await openList(user);
  await user.press('checkbox', /^Escalated/);
  await expect.poll(() => user.address()).toContain('status=ESCALATED');
  await expect
    .poll(async () => new Set(await user.texts('tbody [data-column="status"]')))
    .toEqual(new Set(['Escalated']));
  await user.press('button', /^ID$/);
  await expect.poll(() => user.address()).toContain('sort=-id');
  await expect.poll(async () => isFalling(await ids(user))).toBe(true);
  await expectWellLaidOut(user);

  await user.press('button', /^Overview/);
  await user.sees('grid', /^Tickets by priority and age/);
  await expectWellLaidOut(user);
  await user.press('button', /^Critical, 90 days and more: \d+ tickets?/);
  await expect.poll(() => user.address()).toMatch(/priority=CRITICAL.*age=90|age=90.*priority=CRITICAL/);
});
