import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { temporaryFolder } from '../scripts/temporary-folder.mjs';
import { freePort } from './support/free-port.ts';
import { goWithin } from './support/go-within.ts';
import { startHere } from './support/meeting.ts';
import { startProduct } from './support/servers.ts';
import { expect, expectAccessibleInBothThemes, test } from './support/test.ts';
import { startFew } from './support/upstream.ts';

const GRANTS = {
  grants: [
    { who: 'user:vera', workspaces: ['4201'], role: 'viewer' },
    { who: 'user:anna', workspaces: '*', role: 'member' },
    { who: 'user:bert', workspaces: '*', role: 'member' },
  ],
  contact: 'Carla',
};

// By one worker: each would start servers of its own.
test.describe.configure({ mode: 'default' });

let guarded: Awaited<ReturnType<typeof startGuarded>>;

test.beforeAll(async () => {
  guarded = await startGuarded();
});
test.afterAll(() => guarded.stop());

/** Starts the product behind a proxy that signs people in, here the test itself: it sends the proxy's headers. */
async function startGuarded(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const [port, folder] = [await freePort(), temporaryFolder('access')];
  const file = join(folder, 'access.json');
  await writeFile(file, JSON.stringify(GRANTS));
  const url = `http://127.0.0.1:${port}`;
  const few = await startFew();
  const product = await startProduct({
    ...few.environment,
    ACCESS: 'proxy',
    ACCESS_FILE: file,
    PORT: port,
    PROXY_SIGN_OUT_URL: `${url}/signed-out`,
    PROXY_TRUSTED: '127.0.0.1',
    PUBLIC_URL: url,
  });
  const stop = async () => {
    await product.stop();
    few.stop();
  };
  return { url, stop };
}

/** Signs somebody in by the proxy's headers, from the next request on; null signs out. */
function signIn(page: Page, user: string | null): Promise<void> {
  return page.context().setExtraHTTPHeaders(user === null ? {} : { 'X-Forwarded-User': user });
}

function list(page: Page) {
  return page.getByRole('table', { name: 'Tickets' });
}

/** The customers' names of a list, to somebody who may know them. */
async function namesOf(page: Page, address: string): Promise<readonly string[]> {
  const answer = await page.request.get(address, { headers: { 'X-Forwarded-User': 'anna' } });
  const { tickets }: { tickets: { customerName: string | null }[] } = await answer.json();
  return tickets.flatMap(({ customerName }) => customerName ?? []);
}

test('a session that ends keeps the screen, and goes on after signing in beside it; a viewer after that sees no customer in the list, a ticket, an export or a link', async ({
  page,
}) => {
  await signIn(page, 'anna');
  await page.goto(`${guarded.url}/w/4201/tickets`);
  await expect(list(page)).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(`${guarded.url}/w/4201/tickets`);
  await expect(list(other)).toBeVisible();

  await signIn(page, null);
  const strip = page.getByRole('alert', { name: 'Session' });
  await expect(strip).toContainText('Your session has ended.');
  await expect(other.getByRole('alert', { name: 'Session' })).toBeVisible();
  await expect(list(page)).toBeVisible();
  await page.bringToFront();
  const search = page.getByRole('combobox', { name: 'Search tickets' });
  await search.fill('words');
  await expectAccessibleInBothThemes(page, '[aria-label="Session"]');

  await signIn(page, 'anna');
  const [window] = await Promise.all([
    page.waitForEvent('popup'),
    strip.getByRole('button', { name: 'Sign in again' }).click(),
  ]);
  await expect(strip).toHaveCount(0);
  await expect(other.getByRole('alert', { name: 'Session' })).toHaveCount(0);
  await expect.poll(() => window.isClosed()).toBe(true);
  await expect(search).toHaveValue('words');
  await expect(page).toHaveURL(/q=words/);
  await other.close();

  const names = await namesOf(page, `${guarded.url}/api/workspaces/4201/tickets`);
  expect(names.length).toBeGreaterThan(10);

  await signIn(page, 'vera');
  const expectNoCustomer = async () => {
    const text = (await page.locator('body').textContent()) ?? '';
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    expect(text).not.toMatch(/No description|Anonymous/);
  };
  await page.goto(`${guarded.url}/w/4201/tickets?sort=customer&columns=id,customer,assignee`);
  await expect(page.getByText('Left out: the order, columns.')).toBeVisible();
  await goWithin(page, '/w/4201/tickets');
  await expect(list(page)).toBeVisible();
  await expect(list(page).getByRole('columnheader', { name: 'Assignee' })).toBeVisible();
  await expect(list(page).getByRole('columnheader', { name: /Customer|Description/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /customers/ })).toHaveCount(0);
  await expectNoCustomer();
  await list(page).locator('[data-listed] a').first().click();
  await expect(page.getByText('People and segments')).toBeVisible();
  await expectNoCustomer();
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: 'Export tickets' })).toBeVisible();
  await expectNoCustomer();
});

test('meetings of somebody else are told before they go, and settings stay with their person', async ({
  page,
}) => {
  await signIn(page, 'anna');
  await page.goto(`${guarded.url}/w/4202/triage?status=ESCALATED`);
  await startHere(page);
  await goWithin(page, '/w/4202/tickets');
  await page.getByRole('button', { name: 'Theme: system' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');

  await signIn(page, 'bert');
  await page.goto(`${guarded.url}/w/4202/tickets`);
  await expect(page.getByRole('heading', { name: 'Somebody else has worked in this browser' })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save / }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^meeting-/);
  await page.getByRole('button', { name: 'Erase and go on' }).click();
  await expect(list(page)).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'light');
  await goWithin(page, '/w/4202/triage');
  await expect(page.getByText('None yet.')).toBeVisible();

  await signIn(page, 'anna');
  await page.goto(`${guarded.url}/w/4202/tickets`);
  await expect(list(page)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('nobody and somebody without a workspace read what to do, and are sent nowhere', async ({ page }) => {
  await page.goto(guarded.url);
  await expect(page.getByRole('heading', { name: 'You are not signed in' })).toBeVisible();
  await signIn(page, 'norbert');
  await page.goto(guarded.url);
  await expect(page.getByRole('heading', { name: 'No workspace is open to you' })).toBeVisible();
  await expect(page.getByText('Ask Carla for access.')).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(`${guarded.url}/signed-out`);
});
