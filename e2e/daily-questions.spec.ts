import type { Locator, Page } from '@playwright/test';
import { cells } from './support/table.ts';
import { expect, facetCount, idsOnScreen, listed, openQueue, test, total } from './support/test.ts';

/** Counts the clicks that a question costs; keys and typed letters are free. */
function countClicks() {
  let clicks = 0;
  return {
    click: async (target: Locator) => {
      await target.click();
      clicks++;
    },
    get clicks() {
      return clicks;
    },
  };
}

const api = (url: string, query: string) => `${url}/api/workspaces/4201/tickets?${query}`;
const tile = (page: Page, name: RegExp) =>
  page.getByRole('list', { name: 'Open tickets' }).getByRole('button', { name });

/** What a cell does to the list, which comes out under the pointer. */
async function cellTool(page: Page, column: string, name: RegExp): Promise<Locator> {
  const cell = cells(page, column).first();
  await cell.hover();
  return cell.getByRole('button', { name });
}

test.beforeEach(async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?status=-RESOLVED`);
});

test('overdue and critical in a segment: two clicks', async ({ page, demo }) => {
  const hand = countClicks();
  await hand.click(page.getByRole('rowheader', { name: /^Overdue Critical/ }).getByRole('link'));
  await expect(page).toHaveURL(/priority=CRITICAL/);
  await idsOnScreen(page);
  const segment = (await cells(page, 'segment').first().textContent()) ?? '';
  await hand.click(await cellTool(page, 'segment', /^Only /));
  await expect(page).toHaveURL(/segment=/);
  const answer = await listed(page, api(demo.url, new URL(page.url()).search.slice(1)));
  await expect.poll(() => total(page)).toBe(answer.total);
  expect(new URL(page.url()).searchParams.get('overdue')).toBe('true');
  expect(new Set(await cells(page, 'segment').allTextContents())).toEqual(new Set([segment]));
  expect(hand.clicks).toBe(2);
});

test('the most overdue person: one click', async ({ page, demo }) => {
  const hand = countClicks();
  await hand.click(page.getByRole('link', { name: 'People' }));
  const people = page.getByRole('table', { name: 'Open tickets by assignee' });
  await expect(people).toBeVisible();
  const overdue = (await people.locator('tbody [data-column="overdue"]').allTextContents()).map(Number);
  expect(overdue[0]).toBe(Math.max(...overdue));
  const name = await people.locator('tbody th bdi').first().textContent();
  await page.goBack();
  const answer = await page.request.get(api(demo.url, 'status=-RESOLVED&overdue=true&perPage=1'));
  const { facets } = (await answer.json()) as { facets: { assignee: { label: string; count: number }[] } };
  const [first] = facets.assignee.toSorted((a, b) => b.count - a.count);
  expect(first).toEqual(expect.objectContaining({ count: overdue[0] }));
  expect(facets.assignee.filter(({ count }) => count === first?.count).map(({ label }) => label)).toContain(
    name,
  );
  expect(hand.clicks).toBe(1);
});

for (const [what, name, query] of [
  ['nobody’s', /^Unassigned/, 'status=-RESOLVED&assignee=none'],
  ['new since yesterday', /^Issued in 24 h/, 'status=-RESOLVED&age=0-1'],
] as const) {
  test(`${what}: one click`, async ({ page, demo }) => {
    const hand = countClicks();
    await hand.click(tile(page, name));
    const answer = await listed(page, api(demo.url, query));
    expect(answer.total).toBeGreaterThan(0);
    await expect.poll(() => total(page)).toBe(answer.total);
    expect(await idsOnScreen(page)).toEqual(answer.ids);
    expect(hand.clicks).toBe(1);
  });
}

test('a customer by e-mail: typing alone, and what is resolved is offered', async ({ page, demo }) => {
  const hand = countClicks();
  const emails = async (query: string): Promise<string[]> => {
    const answer = await page.request.get(api(demo.url, `${query}&perPage=200`));
    const { tickets } = (await answer.json()) as { tickets: { customerEmail: string | null }[] };
    return tickets.flatMap(({ customerEmail }) => customerEmail ?? []);
  };
  const open = await emails('status=-RESOLVED');
  const typeEmail = async (email: string) => {
    await page.keyboard.press('/');
    await page.keyboard.type(email);
    return listed(page, api(demo.url, `q=${encodeURIComponent(email)}`));
  };
  const resolved = (await emails('status=RESOLVED')).find((email) => !open.includes(email)) ?? '';
  const matches = await typeEmail(resolved);
  const offer = page.getByRole('button', { name: `Show ${matches.total} resolved match` });
  await expect(offer).toBeVisible();
  expect(hand.clicks).toBe(0);
  await hand.click(offer);
  await expect.poll(() => total(page)).toBe(matches.total);
  expect(await idsOnScreen(page)).toEqual(matches.ids);
  expect(hand.clicks).toBe(1);
});

test('the list of a cell’s value: one click', async ({ page }) => {
  const hand = countClicks();
  const assignee = cells(page, 'assignee').filter({ hasNotText: 'Unassigned' }).first();
  const name = (await assignee.textContent()) ?? '';
  await assignee.hover();
  await hand.click(assignee.getByRole('button', { name: `Only ${name}` }));
  await expect(page).toHaveURL(/assignee=/);
  await idsOnScreen(page);
  expect(new Set(await cells(page, 'assignee').locator('> :first-child').allTextContents())).toEqual(
    new Set([name]),
  );
  expect(hand.clicks).toBe(1);
});

test('all but a status: one click', async ({ page }) => {
  const hand = countClicks();
  const before = await total(page);
  const escalated = await facetCount(page, /^Escalated/);
  await page.getByRole('checkbox', { name: /^Escalated/ }).hover();
  await hand.click(page.getByRole('button', { name: 'Not Escalated' }));
  await expect.poll(() => total(page)).toBe(before - escalated);
  await expect(cells(page, 'status').filter({ hasText: 'Escalated' })).toHaveCount(0);
  expect(hand.clicks).toBe(1);
});

test('last week’s that moved, and whither: three clicks', async ({ page, demo }) => {
  const hand = countClicks();
  await hand.click(page.getByRole('button', { name: 'Issued: any time' }));
  await hand.click(page.getByRole('button', { name: 'Last week' }));
  await expect(page).toHaveURL(/issuedFrom=/);
  await hand.click(page.getByRole('link', { name: 'Handoffs' }));
  const { search } = new URL(page.url());
  const answer = await listed(page, api(demo.url, `${search.slice(1)}&moved=true&perPage=1`));
  expect(answer.total).toBeGreaterThan(0);
  await expect(page.getByText(/ moved to another segment/)).toContainText(`${answer.total} of `);
  expect(hand.clicks).toBe(3);
});

test('the list of last week’s that moved: three clicks', async ({ page, demo }) => {
  const hand = countClicks();
  await hand.click(page.getByRole('button', { name: 'Issued: any time' }));
  await hand.click(page.getByRole('button', { name: 'Last week' }));
  await hand.click(page.getByRole('radio', { name: 'Moved', exact: true }));
  await expect(page).toHaveURL(/issuedFrom=.*moved=true|moved=true.*issuedFrom=/);
  const { total } = await listed(page, api(demo.url, `${new URL(page.url()).search.slice(1)}&perPage=1`));
  await expect(page.getByText(`${total} ${total === 1 ? 'ticket' : 'tickets'}`).first()).toBeVisible();
  expect(hand.clicks).toBe(3);
});

test('a ticket and the next five: six clicks', async ({ page }) => {
  const hand = countClicks();
  const ids = await idsOnScreen(page);
  await hand.click(page.getByRole('link', { name: String(ids[0]), exact: true }));
  for (const id of ids.slice(1, 6)) {
    await hand.click(page.getByRole('button', { name: /^Next ticket/ }));
    await expect(page.getByRole('heading', { name: `Ticket ${id}` })).toBeVisible();
  }
  expect(hand.clicks).toBe(6);
});

test('a list saved by one click, and come back to by one', async ({ page, demo }) => {
  const hand = countClicks();
  await page.keyboard.press('/');
  await page.keyboard.type('priority:critical');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/priority=CRITICAL/);
  const ids = await idsOnScreen(page);
  await hand.click(page.getByRole('button', { name: 'Save as…' }));
  await page.getByRole('dialog', { name: 'Save as a new view' }).getByLabel('Name').fill('Burning');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Burning/ })).toBeVisible();
  await page.goto(demo.url);
  await idsOnScreen(page);
  await hand.click(page.getByRole('navigation', { name: 'My views' }).getByRole('link', { name: 'Burning' }));
  await expect(page.getByRole('heading', { level: 1, name: /^Burning/ })).toBeVisible();
  expect(await idsOnScreen(page)).toEqual(ids);
  expect(hand.clicks).toBe(2);
});
