import { expect, expectWellLaidOut, test } from './test.ts';

test('a meeting walks its queue, and its minutes say what was decided', async ({ user }) => {
  await user.open('/w/4201/triage?overdue=true');
  await user.sees('heading', /^Start a meeting/);
  await expectWellLaidOut(user);
  await user.press('button', /^Start with \d+ tickets$/);
  await user.sees('article', /./);
  const queue = await user.texts('nav[aria-label="Queue"] li');
  expect(queue.length).toBeGreaterThan(20);
  await expectWellLaidOut(user);
  await user.keys('d');
  await expect.poll(async () => (await user.texts('nav [aria-current="step"]'))[0]).toBe(queue[1]);
  await user.keys('n');
  await user.type('Call back');
  await user.keys('Escape');
  await user.press('button', /^End & minutes/);
  await user.press('button', /^End & show minutes/);
  await user.sees('heading', /^Actions by owner/);
  await expect.poll(async () => (await user.texts('main')).join()).toContain('Call back');
  await expectWellLaidOut(user);
});
