import { expect, expectWellLaidOut, test } from './test.ts';

test('on a phone the list keeps to the width, and a ticket covers it and leaves its margins', async ({
  user,
}) => {
  await user.engine.resize(390, 844);
  await user.open('/w/4201/tickets?perPage=25');
  await user.sees('link', /^\d{5}$/);
  await expectWellLaidOut(user);
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
  await user.sees('button', /^Start with \d+ tickets$/);
  await expectWellLaidOut(user);
  await user.press('button', /^Start with \d+ tickets$/);
  await user.sees('article', /./);
  await expectWellLaidOut(user);
  expect((await user.texts('nav[aria-label="Queue"] li')).length).toBeGreaterThan(2);
});
