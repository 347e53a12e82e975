import type { Page } from '@playwright/test';
import { startMeeting } from './support/meeting.ts';
import { A4, faultsOnPaper, sheets } from './support/paper.ts';
import { expect, openQueue, test } from './support/test.ts';

const LIST = '/w/4201/tickets?perPage=25&status=-RESOLVED';

/** Screens that print, the way to each, and what has to be on their paper. */
const SCREENS: Readonly<
  Record<
    string,
    { readonly go: (page: Page, url: string) => Promise<void>; readonly says: readonly RegExp[] }
  >
> = {
  tickets: {
    go: (page, url) => openQueue(page, `${url}${LIST}`),
    says: [/: tickets$/, /^Filters: Status: not Resolved$/, /^Order: /, /^Page 1 of \d+: 1–25 of/],
  },
  'the overview': {
    go: async (page, url) => {
      await openQueue(page, `${url}${LIST}`);
      if (!(await page.getByRole('region', { name: 'Overview' }).isVisible())) await page.keyboard.press('o');
      await expect(page.getByRole('slider')).toBeVisible();
    },
    says: [/^Age in days, by priority$/, /^Issued per (day|week|month)$/, /^Order: /],
  },
  people: {
    go: async (page, url) => {
      await page.goto(`${url}/w/4201/people`);
      await expect(page.getByRole('table', { name: 'Open tickets by assignee' })).toBeVisible();
    },
    says: [/: people$/, /^View: /, /^Filters: none$/],
  },
  handoffs: {
    go: async (page, url) => {
      await page.goto(`${url}/w/4201/handoffs`);
      await expect(page.getByRole('table').first()).toBeVisible();
    },
    says: [/^View: /, /^Filters: none$/],
  },
  'an open ticket': {
    go: async (page, url) => {
      await openQueue(page, `${url}${LIST}`);
      await page.getByRole('table', { name: 'Tickets' }).locator('[data-listed] a').first().click();
      await expect(page.getByRole('dialog').getByText('References')).toBeVisible();
    },
    says: [/: ticket \d+$/, /^References$/],
  },
  'a meeting': {
    go: (page, url) => startMeeting(page, `${url}/w/4201`, '?overdue=true&priority=CRITICAL'),
    says: [/^Ticket 1 of \d+$/, /^Outcome$/, /reviewed$/],
  },
};

for (const [name, { go, says }] of Object.entries(SCREENS)) {
  test(`${name} on paper: what it is, dark on white, whole, with nothing to press`, async ({
    page,
    demo,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await go(page, demo.url);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const width of Object.values(A4)) {
      await page.setViewportSize({ width, height: 1000 });
      for (const words of [...says, /^Data taken at \d+ \w+ \d{4}, \d\d:\d\d/]) {
        await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
      }
      expect(await faultsOnPaper(page), `${width} pixels`).toEqual([]);
    }
  });
}

test('the minutes on paper', async ({ page, demo }) => {
  await startMeeting(page, `${demo.url}/w/4201`, '?overdue=true&priority=CRITICAL');
  await page.keyboard.press('f');
  await page.keyboard.press('Shift+E');
  await page.getByRole('button', { name: 'End & show minutes' }).click();
  await expect(page.getByRole('table', { name: 'Actions by owner' })).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const width of Object.values(A4)) {
    await page.setViewportSize({ width, height: 1000 });
    expect(await faultsOnPaper(page), `${width} pixels`).toEqual([]);
  }
});

test('an open ticket is printed alone, and a long text to its end', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=200&deleted=include`);
  const folded = await page.evaluate(async () => {
    const answer = await fetch('/api/workspaces/4201/tickets?perPage=200&deleted=include');
    const { tickets } = await answer.json();
    return tickets.find(
      ({ description }: { description: string | null }) => (description?.length ?? 0) > 2_000,
    );
  });
  await page.goto(`${demo.url}/w/4201/tickets/${folded.id}?perPage=25`);
  await expect(page.getByRole('button', { name: /^Show all [\d,]+ characters$/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table', { name: 'Tickets' })).toBeHidden();
  const cut = await page
    .getByRole('dialog')
    .locator('[data-folded]')
    .evaluate((words) => words.scrollHeight - words.clientHeight);
  expect(cut).toBeLessThanOrEqual(1);
});

test('a list is printed with all of its words, and with all of its rows from a phone too', async ({
  page,
  demo,
}) => {
  const address = `${demo.url}/w/4201/tickets?perPage=50&deleted=include&q=the`;
  await openQueue(page, address);
  const made = await sheets(page);
  expect(made).toBeGreaterThan(1);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(address);
  await expect(page.getByRole('list', { name: 'Tickets', exact: true })).toBeVisible();
  expect(await sheets(page)).toBe(made);
  // Afterwards the screen is what it was.
  await expect(page.getByRole('list', { name: 'Tickets', exact: true })).toBeVisible();
});

test('a group’s head stands on every sheet that the group goes on to', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}${LIST}`);
  await page.emulateMedia({ media: 'print' });
  const [group] = await page.locator('[data-group]').evaluateAll((heads) =>
    heads.map((head) => {
      const display = (element: Element | null) => element && getComputedStyle(element).display;
      return [display(head), display(head.parentElement)];
    }),
  );
  // A browser repeats the heads of tables, and of those within them.
  expect(group).toEqual(['table-header-group', 'table']);
});

test('hidden names stay hidden on paper', async ({ page, demo }) => {
  await openQueue(page, `${demo.url}${LIST}`);
  await page.keyboard.press('m');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/Customers are not named$/)).toBeVisible();
  const names = await page.locator('[data-listed] [data-column="customer"]').allTextContents();
  expect(names.filter((name) => !/^•+$|^Anonymous$/.test(name))).toEqual([]);
});
