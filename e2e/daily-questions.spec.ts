import type { Locator, Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { cells } from './support/table.ts';
import { expect, facetCount, idsOnScreen, listed, openQueue, test, total } from './support/test.ts';

/** The address that everybody begins with, with fewer rows, which are sooner drawn. */
const OPEN = '/w/4201/tickets?status=-RESOLVED&perPage=10';

const api = (url: string, query: string) => `${url}/api/workspaces/4201/tickets?${query}`;
const tile = (page: Page, name: RegExp) =>
  page.getByRole('list', { name: 'Open tickets' }).getByRole('button', { name });

/** Asks a question from the open tickets, and compares the clicks that it costs; keys and typed letters are free. */
async function question(
  page: Page,
  name: string,
  clicks: number,
  ask: (click: (target: Locator) => Promise<void>) => Promise<void>,
): Promise<void> {
  await test.step(name, async () => {
    await goWithin(page, OPEN);
    await idsOnScreen(page);
    let clicked = 0;
    await ask(async (target) => {
      await target.click();
      clicked += 1;
    });
    expect(clicked, name).toBe(clicks);
  });
}

test('two clicks: overdue and critical in a segment; one: the most overdue person, nobody’s, new ones; none or one: a customer by e-mail, and resolved ones; the list of a cell’s value; all but a status', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${OPEN}`);
  await question(page, 'overdue and critical in a segment', 2, async (click) => {
    await click(page.getByRole('rowheader', { name: /^Overdue Critical/ }).getByRole('link'));
    await expect(page).toHaveURL(/priority=CRITICAL/);
    await idsOnScreen(page);
    const cell = cells(page, 'segment').first();
    const segment = (await cell.textContent()) ?? '';
    await cell.hover();
    await click(cell.getByRole('button', { name: /^Only / }));
    await expect(page).toHaveURL(/segment=/);
    const answer = await listed(page, api(demo.url, new URL(page.url()).search.slice(1)));
    await expect.poll(() => total(page)).toBe(answer.total);
    expect(new URL(page.url()).searchParams.get('overdue')).toBe('true');
    expect(new Set(await cells(page, 'segment').allTextContents())).toEqual(new Set([segment]));
  });

  await question(page, 'the most overdue person', 1, async (click) => {
    await click(page.getByRole('link', { name: 'People' }));
    const people = page.getByRole('table', { name: 'Open tickets by assignee' });
    await expect(people).toBeVisible();
    const overdue = (await people.locator('tbody [data-column="overdue"]').allTextContents()).map(Number);
    expect(overdue[0]).toBe(Math.max(...overdue));
    const name = await people.locator('tbody th bdi').first().textContent();
    const answer = await page.request.get(api(demo.url, 'status=-RESOLVED&overdue=true&perPage=1'));
    const { facets }: { facets: { assignee: { label: string; count: number }[] } } = await answer.json();
    const most = Math.max(...facets.assignee.map(({ count }) => count));
    expect(overdue[0]).toBe(most);
    const latest = facets.assignee.filter(({ count }) => count === most);
    expect(latest.map(({ label }) => label)).toContain(name);
  });

  for (const [name, named, query] of [
    ['nobody’s', /^Unassigned/, 'status=-RESOLVED&assignee=none&perPage=10'],
    ['new since yesterday', /^Issued in 24 h/, 'status=-RESOLVED&age=0-1&perPage=10'],
  ] as const) {
    await question(page, name, 1, async (click) => {
      await click(tile(page, named));
      const answer = await listed(page, api(demo.url, query));
      expect(answer.total).toBeGreaterThan(0);
      await expect.poll(() => total(page)).toBe(answer.total);
      expect(await idsOnScreen(page)).toEqual(answer.ids);
    });
  }

  const emails = async (query: string): Promise<string[]> => {
    const answer = await page.request.get(api(demo.url, `${query}&perPage=200`));
    const { tickets }: { tickets: { customerEmail: string | null }[] } = await answer.json();
    return tickets.flatMap(({ customerEmail }) => customerEmail ?? []);
  };
  const open = await emails('status=-RESOLVED');
  const email = (await emails('status=RESOLVED')).find((one) => !open.includes(one)) ?? '';
  const matches = await listed(page, api(demo.url, `q=${encodeURIComponent(email)}&perPage=10`));
  await question(
    page,
    'a customer by e-mail, by typing alone; resolved ones by a click more',
    1,
    async (click) => {
      await page.keyboard.press('/');
      await page.keyboard.type(email);
      const offer = page.getByRole('button', { name: `Show ${matches.total} resolved match` });
      await expect(offer).toBeVisible();
      await click(offer);
      await expect.poll(() => total(page)).toBe(matches.total);
      expect(await idsOnScreen(page)).toEqual(matches.ids);
    },
  );

  await question(page, 'the list of a cell’s value', 1, async (click) => {
    const assignee = cells(page, 'assignee').filter({ hasNotText: 'Unassigned' }).first();
    const name = (await assignee.textContent()) ?? '';
    await assignee.hover();
    await click(assignee.getByRole('button', { name: `Only ${name}` }));
    await expect(page).toHaveURL(/assignee=/);
    await idsOnScreen(page);
    const names = await cells(page, 'assignee').locator('> :first-child').allTextContents();
    expect(new Set(names)).toEqual(new Set([name]));
  });

  await question(page, 'all but a status', 1, async (click) => {
    const before = await total(page);
    const escalated = await facetCount(page, /^Escalated/);
    await page.getByRole('checkbox', { name: /^Escalated/ }).hover();
    await click(page.getByRole('button', { name: 'Not Escalated' }));
    await expect.poll(() => total(page)).toBe(before - escalated);
    await expect(cells(page, 'status').filter({ hasText: 'Escalated' })).toHaveCount(0);
  });
});

test('three clicks: last week’s that moved, and whither; six: a ticket and the next five; two: a list kept and found', async ({
  page,
  demo,
}) => {
  await openQueue(page, `${demo.url}${OPEN}`);
  const lastWeek = async (click: (target: Locator) => Promise<void>) => {
    await click(page.getByRole('button', { name: 'Issued: any time' }));
    await click(page.getByRole('button', { name: 'Last week' }));
    await expect(page).toHaveURL(/issuedFrom=/);
  };
  await question(page, 'last week’s that moved, and whither', 3, async (click) => {
    await lastWeek(click);
    await click(page.getByRole('link', { name: 'Handoffs' }));
    const { search } = new URL(page.url());
    const answer = await listed(page, api(demo.url, `${search.slice(1)}&moved=true`));
    expect(answer.total).toBeGreaterThan(0);
    await expect(page.getByText(/ moved to another segment/)).toContainText(`${answer.total} of `);
  });

  await question(page, 'the list of last week’s that moved', 3, async (click) => {
    await lastWeek(click);
    await click(page.getByRole('radio', { name: 'Moved', exact: true }));
    await expect(page).toHaveURL(/issuedFrom=.*moved=true|moved=true.*issuedFrom=/);
    const answer = await listed(page, api(demo.url, `${new URL(page.url()).search.slice(1)}`));
    const count = `${answer.total} ${answer.total === 1 ? 'ticket' : 'tickets'}`;
    await expect(page.getByText(count).first()).toBeVisible();
  });

  await question(page, 'a ticket and the next five', 6, async (click) => {
    const ids = await idsOnScreen(page);
    await click(page.getByRole('link', { name: String(ids[0]), exact: true }));
    for (const id of ids.slice(1, 6)) {
      await click(page.getByRole('button', { name: /^Next ticket/ }));
      await expect(page.getByRole('heading', { name: `Ticket ${id}` })).toBeVisible();
    }
  });

  await question(page, 'a list saved, and come back to', 2, async (click) => {
    // A view has no number of rows, and is compared with what is on screen.
    await goWithin(page, OPEN.replace('&perPage=10', ''));
    await page.keyboard.press('/');
    await page.keyboard.type('priority:critical');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/priority=CRITICAL/);
    const ids = await idsOnScreen(page);
    await click(page.getByRole('button', { name: 'Save as…' }));
    await page.getByRole('dialog', { name: 'Save as a new view' }).getByLabel('Name').fill('Burning');
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { level: 1, name: /^Burning/ });
    await expect(heading).toBeVisible();
    await goWithin(page, '/');
    await expect(heading).toHaveCount(0);
    await click(page.getByRole('navigation', { name: 'My views' }).getByRole('link', { name: 'Burning' }));
    await expect(heading).toBeVisible();
    expect(await idsOnScreen(page)).toEqual(ids);
  });
});
