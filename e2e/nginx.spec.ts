import type { Page, Response } from '@playwright/test';
import { hasNginx } from '../scripts/nginx.mjs';
import { startBehindNginx } from './support/behind-nginx.ts';
import { goWithin } from './support/go-within.ts';
import { expect, test } from './support/test.ts';

test.skip(!hasNginx(), 'there is no nginx here');
// By one worker: each would start all of it.
test.describe.configure({ mode: 'default' });
test.use({ httpCredentials: { username: 'anna', password: 'anna', send: 'always' } });

let served: Awaited<ReturnType<typeof startBehindNginx>>;

test.beforeAll(async () => {
  served = await startBehindNginx();
  await expect.poll(async () => (await fetch(`${served.ownUrl}/readyz`)).status).toBe(200);
});
test.afterAll(() => served.stop());

function list(page: Page) {
  return page.getByRole('table', { name: 'Tickets' });
}

test('under a path behind nginx with passwords: list, ticket, file, reload, another screen, sign-out', async ({
  page,
}) => {
  const { url } = served;
  const answers: Response[] = [];
  page.on('response', (response) => answers.push(response));
  await page.goto(`${url}/`);
  await expect(list(page)).toBeVisible();
  expect(page.url()).toContain(`${url}/w/4201/tickets`);

  const ticket = list(page).locator('[data-listed] a').first();
  await expect(ticket).toHaveAttribute('href', /^\/loopdesk\/w\/4201\/tickets\/\d+/);
  await ticket.click();
  const people = page.getByText('People and segments');
  await expect(people).toBeVisible();
  await page.reload();
  await expect(people).toBeVisible();
  await expect(page).toHaveURL(/\/loopdesk\/w\/4201\/tickets\/\d+/);
  await page.keyboard.press('Escape');

  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export tickets' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^tickets-4201-.*\.xlsx$/);
  await expect(dialog).toContainText('tickets saved');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'People', exact: true }).click();
  await expect(page).toHaveURL(/\/loopdesk\/w\/4201\/people\b/);
  await expect(page.getByRole('table')).toBeVisible();
  await page.goBack();
  await expect(list(page)).toBeVisible();
  await goWithin(page, '/loopdesk/w/4201/triage');
  await expect(page.getByText('None yet.')).toBeVisible();
  await page.getByRole('img', { name: 'Loopdesk: back to the tickets' }).click();
  await expect(list(page)).toBeVisible();

  const elsewhere = answers.map((answer) => answer.url()).filter((address) => !address.startsWith(`${url}/`));
  expect(elsewhere).toEqual([]);
  expect(answers.filter((answer) => answer.status() >= 400).map((answer) => answer.url())).toEqual([]);

  await page.getByRole('button', { name: 'anna' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(new URL('/signed-out', url).href);
});

test('an nginx that takes the path off leads to the same screens', async ({ page }) => {
  const { strippedUrl } = served;
  await page.goto(`${strippedUrl}/w/4201/people`);
  await expect(page.getByRole('table')).toBeVisible();
  await page.getByRole('link', { name: 'Tickets', exact: true }).click();
  await expect(list(page)).toBeVisible();
  await expect(page).toHaveURL(`${strippedUrl}/w/4201/tickets`);
});

test('what somebody writes into headers is overwritten, and the machines’ addresses stay closed', async () => {
  const { url, ownUrl, output } = served;
  const credentials = Buffer.from('vera:vera').toString('base64');
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(url + path, { headers: { authorization: `Basic ${credentials}`, ...headers } });
  const spoofed = {
    'x-forwarded-user': 'anna',
    'x-forwarded-email': 'anna@example.com',
    'x-forwarded-groups': 'admins',
    'x-forwarded-for': '203.0.113.9',
    forwarded: 'for=203.0.113.9',
  };
  const me = await (await ask('/api/me', spoofed)).json();
  expect(me).toMatchObject({ user: { name: 'vera', email: null }, workspaces: [{ role: 'viewer' }] });
  expect((await fetch(`${url}/api/me`, { headers: spoofed })).status).toBe(401);
  // A script's token is looked at by Loopdesk, and a name beside it counts for nothing.
  for (const authorization of ['Bearer not-a-token', 'bearer not-a-token']) {
    const byToken = await fetch(`${url}/api/me`, { headers: { ...spoofed, authorization } });
    expect(byToken.status).toBe(401);
    expect(byToken.headers.get('content-type')).toContain('problem+json');
  }
  expect((await ask('/metrics')).status).toBe(404);
  expect((await fetch(`${ownUrl}/metrics`)).status).toBe(200);
  await expect.poll(output).toContain('"path":"/api/me"');
  expect(output()).toContain('"client":"127.0.0.1"');
  expect(output()).not.toContain('203.0.113.9');
});
