import { expect, expectWellLaidOut, isFalling, test } from './test.ts';
import type { User } from './user.ts';

test('people are sorted by a head, handoffs stand under the middle of theirs, and both keep to a phone’s width', async ({
  user,
}) => {
  await user.open('/w/4201/people');
  await user.sees('table', /Open tickets by assignee/);
  await expectWellLaidOut(user);
  await user.press('button', /^Open$/);
  const open = async () => (await user.texts('tbody [data-column="open"]')).map(Number);
  await expect.poll(async () => isFalling(await open())).toBe(true);
  await expectNarrow(user);

  await user.press('link', /^Handoffs$/);
  await user.sees('heading', /^Handoff matrix/);
  await expectWellLaidOut(user);
  const middle = async (selector: string) => {
    const box = await user.box(selector);
    return ((box?.left ?? 0) + (box?.right ?? 0)) / 2;
  };
  const head = await middle('thead th:nth-child(2) bdi');
  expect(Math.abs(head - (await middle('tbody td')))).toBeLessThan(2);
  await expectNarrow(user);
});

/** Asserts that the screen is well laid out on a phone, too. */
async function expectNarrow(user: User): Promise<void> {
  await user.engine.resize(390, 844);
  await expectWellLaidOut(user);
  await user.engine.resize(1440, 900);
}

test('settings stand in one line with their names, hold at once and after a reload, and help begins both of its columns at one height', async ({
  user,
}) => {
  await user.open('/w/4201/tickets?perPage=25');
  await user.press('button', /^Settings/);
  await user.sees('dialog', /^Settings/);
  await expectWellLaidOut(user);
  const lines = await user.engine.run(() =>
    [...document.querySelectorAll('[role="dialog"] [role="radiogroup"]')].slice(0, 2).map((group) => {
      const tops = [...group.querySelectorAll('label')].map((label) => label.getBoundingClientRect().top);
      return new Set(tops.map(Math.round)).size;
    }),
  );
  // The themes, and the densities.
  expect(lines).toEqual([1, 1]);
  await user.press('radio', /^Dark$/);
  const theme = () => user.engine.run(() => document.documentElement.dataset.theme ?? '');
  await expect.poll(theme).toBe('dark');
  await user.open('/w/4201/tickets?perPage=25');
  await expect.poll(theme).toBe('dark');

  await user.press('button', /^Keys \(/);
  await user.sees('heading', /^Everywhere$/);
  await expectWellLaidOut(user);
  const tops = await user.engine.run(() => {
    const byColumn = new Map<number, number>();
    for (const heading of document.querySelectorAll('[role="dialog"] h3')) {
      const { left, top } = heading.getBoundingClientRect();
      byColumn.set(Math.round(left), Math.min(Math.round(top), byColumn.get(Math.round(left)) ?? Infinity));
    }
    return [...byColumn.values()];
  });
  expect(tops).toHaveLength(2);
  expect(new Set(tops).size).toBe(1);
});
