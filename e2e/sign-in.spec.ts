import type { Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import {
  type Identified,
  signInAt,
  signInHere,
  signOutAtProvider,
  startIdentified,
} from './support/identified.ts';
import { leftIn } from './support/left-in.ts';
import { startHere, startMeeting } from './support/meeting.ts';
import { expect, expectAccessibleInBothThemes, test } from './support/test.ts';

// By one worker: each would start servers of its own.
test.describe.configure({ mode: 'default' });

let desk: Identified;

test.beforeAll(async () => {
  desk = await startIdentified();
});
// Whatever a test has done to the provider, the next one finds it in order.
test.afterEach(() => Object.assign(desk.provider, { isDown: false, forge: null }));
test.afterAll(() => desk.stop());

const DEEP = '/w/4201/tickets?status=OPEN&sort=-id';

function list(page: Page) {
  return page.getByRole('table', { name: 'Tickets' });
}

function search(page: Page) {
  return page.getByRole('combobox', { name: 'Search tickets' });
}

function strip(page: Page) {
  return page.getByRole('alert', { name: 'Session' });
}

test('an answer of the provider that does not hold signs nobody in, and another try does; signing out leaves no ticket and no name behind', async ({
  page,
}) => {
  const callbacks: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/auth/callback')) callbacks.push(request.url());
  });
  await page.goto(`${desk.url}${DEEP}`);
  await expect(page.getByRole('heading', { name: 'You are not signed in' })).toBeVisible();
  await expectAccessibleInBothThemes(page);

  await test.step('an answer that does not hold', async () => {
    desk.provider.forge = (claims) => desk.provider.sign({ ...claims, aud: 'another' });
    await signInHere(page, 'anna');
    await expect(page.getByRole('heading', { name: 'The sign-in could not be verified' })).toBeVisible();
    await expectAccessibleInBothThemes(page);
    desk.provider.forge = null;
    await page.getByRole('link', { name: 'Try again' }).click();
    await expect(page).toHaveURL(`${desk.url}${DEEP}`);
    await expect(list(page)).toBeVisible();
    await page.goto(callbacks.at(-1) ?? '');
    await expect(page.getByRole('heading', { name: 'This sign-in is no longer valid' })).toBeVisible();
    await page.goto(`${desk.url}${DEEP}`);
    await expect(list(page)).toBeVisible();
  });

  const other = await page.context().newPage();
  await startMeeting(other, `${desk.url}/w/4201`, '?status=ESCALATED');
  await other.getByRole('textbox', { name: 'Decision' }).fill('Half a sentence about her');
  await page.getByRole('button', { name: 'Theme: system' }).click();
  await page.getByRole('button', { name: 'Account of Anna' }).click();
  const account = page.getByRole('dialog', { name: 'Account' });
  await expect(account).toContainText('anna@example.com');
  await expect(account).toContainText('Admin: everything');
  expect((await leftIn(page)).filter((name) => /^loopdesk/.test(name))).not.toEqual([]);

  await account.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Erase and sign out' }).click();
  // At the provider, which asks whether it is meant.
  await page.waitForURL(`${desk.provider.issuer}/**`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(`${desk.url}/`);
  await expect(page.getByRole('heading', { name: 'You are not signed in' })).toBeVisible();
  await expect(other.getByRole('heading', { name: 'You are not signed in' })).toBeVisible();
  await expect(other).toHaveURL(`${desk.url}/`);
  const kept = (await leftIn(page)).map((name) => name.replace(/@.*/, '@'));
  expect(kept.filter((name) => !/^localStorage loopdesk\.\w+@$/.test(name))).toEqual([
    'localStorage loopdesk.person',
  ]);
  expect((await page.context().cookies(desk.url)).filter(({ name }) => /loopdesk/.test(name))).toEqual([]);
});

test('who comes by a link signs in and lands there; a session that ends at the provider keeps the screen, and goes on where somebody signs in again; another person sees nothing of the first, whose meetings they may leave alone', async ({
  page,
}) => {
  await signInAt(page, `${desk.url}${DEEP}`, 'anna');
  await expect(page).toHaveURL(`${desk.url}${DEEP}`);
  await expect(list(page)).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(`${desk.url}/w/4201/tickets`);
  await expect(list(other)).toBeVisible();
  await signOutAtProvider(page, desk);
  await expect(strip(page)).toBeVisible();
  await expect(strip(other)).toBeVisible();
  await page.bringToFront();
  await search(page).fill('words');
  const signInBeside = async (person: 'anna' | 'ben') => {
    const [small] = await Promise.all([
      page.waitForEvent('popup'),
      strip(page).getByRole('button', { name: 'Sign in again' }).click(),
    ]);
    await small.getByRole('link', { name: person }).click();
    return small;
  };
  const small = await signInBeside('anna');
  await expect(strip(page)).toHaveCount(0);
  await expect(strip(other)).toHaveCount(0);
  await expect.poll(() => small.isClosed()).toBe(true);
  await expect(search(page)).toHaveValue('status:open words');
  await expect(page).toHaveURL(/q=words/);
  await other.close();

  await goWithin(page, '/w/4201/triage?status=ESCALATED');
  await startHere(page);
  await goWithin(page, '/w/4201/tickets?q=words');
  await expect(list(page)).toBeVisible();
  await signOutAtProvider(page, desk);
  await signInBeside('ben');
  const told = page.getByRole('heading', { name: 'Somebody else has worked in this browser' });
  await expect(told).toBeVisible();
  await expect(list(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(`${desk.provider.issuer}/**`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signInAt(page, `${desk.url}/w/4201/triage`, 'anna');
  await expect(page.getByRole('link', { name: /triage/ })).toBeVisible();

  await signOutAtProvider(page, desk);
  await signInAt(page, `${desk.url}/w/4201/tickets`, 'ben');
  await expect(told).toBeVisible();
  await page.getByRole('button', { name: 'Erase and go on' }).click();
  await expect(list(page)).toBeVisible();
  await expect(list(page).getByRole('columnheader', { name: /Customer/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Account of Ben' }).click();
  await expect(page.getByText('Viewer: tickets without their customers')).toBeVisible();
});

test('while the provider is down who comes is told, and who is signed in goes on', async ({ page }) => {
  const own = await startIdentified();
  own.provider.isDown = true;
  await page.goto(`${own.url}${DEEP}`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Your sign-in service can’t be reached' })).toBeVisible();
  own.provider.isDown = false;
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.getByRole('link', { name: 'anna' }).click();
  await expect(list(page)).toBeVisible();
  await expect(page).toHaveURL(`${own.url}${DEEP}`);
  own.provider.isDown = true;
  await page.reload();
  await expect(list(page)).toBeVisible();
  await page.getByRole('button', { name: 'Account of Anna' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are not signed in' })).toBeVisible();
  await own.stop();
});

test('who may see nothing is told whom to ask, and who has too many groups what is wrong', async ({
  page,
}) => {
  await signInAt(page, desk.url, 'norbert');
  await expect(page.getByRole('heading', { name: 'No workspace is open to you' })).toBeVisible();
  await expect(page.getByText('Ask Carla for access.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(`${desk.provider.issuer}/**`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are not signed in' })).toBeVisible();
  await signInAt(page, desk.url, 'mia');
  await expect(page.getByRole('heading', { name: 'Your account is in too many groups' })).toBeVisible();
});
