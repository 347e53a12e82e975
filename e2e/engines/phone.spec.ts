import { expect, expectWellLaidOut, test } from './test.ts';
import type { User } from './user.ts';

const SCREENS: readonly (readonly [path: string, ready: (user: User) => Promise<void>])[] = [
  ['tickets?perPage=25', (user) => user.sees('link', /^\d{5}$/)],
  ['people', (user) => user.sees('table', /Open tickets by assignee/)],
  ['handoffs', (user) => user.sees('heading', /^Handoff matrix/)],
  ['triage', (user) => user.sees('button', /^Start with \d+ tickets$/)],
];

for (const [path, ready] of SCREENS) {
  test(`on a phone, ${path} keeps to the width`, async ({ user }) => {
    await user.engine.resize(390, 844);
    await user.open(`/w/4201/${path}`);
    await ready(user);
    await expectWellLaidOut(user);
  });
}

test('on a phone a ticket covers the list, and leaves its margins', async ({ user }) => {
  await user.engine.resize(390, 844);
  await user.open('/w/4201/tickets?perPage=25');
  await user.press('link', /^\d{5}$/);
  await user.sees('dialog', /^Ticket/);
  await expectWellLaidOut(user);
  expect(await user.box('[role="dialog"]')).toMatchObject({
    left: 0,
    right: (await user.window()).width,
  });
});

test('on a phone a meeting shows its ticket and, below, its queue', async ({ user }) => {
  await user.engine.resize(390, 844);
  await user.open('/w/4201/triage?overdue=true&priority=CRITICAL');
  await user.press('button', /^Start with \d+ tickets$/);
  await user.sees('article', /./);
  await expectWellLaidOut(user);
  expect((await user.texts('nav[aria-label="Queue"] li')).length).toBeGreaterThan(2);
});
