import type { Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { startHere } from './support/meeting.ts';
import { A4, faultsOnPaper, sheets } from './support/paper.ts';
import { expect, idsOnScreen, openQueue, test } from './support/test.ts';

const LIST = '/w/4201/tickets?perPage=25&status=-RESOLVED';

/** Asserts that a screen's paper has these words and is dark on white, whole, with nothing to press. */
async function expectOnPaper(page: Page, says: readonly RegExp[]): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const width of Object.values(A4)) {
    await page.setViewportSize({ width, height: 1000 });
    for (const words of says) {
      await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
    }
    expect(await faultsOnPaper(page), `${width} pixels`).toEqual([]);
  }
}

/** From paper back to the screen. */
async function backToScreen(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

const TAKEN = /^Data taken at \d+ \w+ \d{4}, \d\d:\d\d/;

test('the list, with and without names, and the overview on paper: what each is, dark on white, whole, with nothing to press; a list is printed with all of its words and rows, from a phone too', async ({
  page,
  demo,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openQueue(page, `${demo.url}${LIST}`);
  const pressed = ['banner', 'complementary', 'navigation', 'checkbox', 'combobox', 'heading'] as const;
  for (const role of pressed) await expect(page.getByRole(role).first()).toBeVisible();
  await expectOnPaper(page, [
    /: tickets$/,
    /^Filters: Status: not Resolved$/,
    /^Order: Most urgent first$/,
    /^Page 1 of \d+: 1–25 of \d+$/,
    TAKEN,
  ]);
  for (const role of pressed) await expect(page.getByRole(role)).toHaveCount(0);

  await test.step('a group’s head stands on every sheet that the group goes on to', async () => {
    const [group] = await page.locator('[data-group]').evaluateAll((heads) =>
      heads.map((head) => {
        const display = (element: Element | null) => element && getComputedStyle(element).display;
        return [display(head), display(head.parentElement)];
      }),
    );
    // A browser repeats the heads of tables, and of those within them.
    expect(group).toEqual(['table-header-group', 'table']);
  });

  await test.step('a list is printed with all of its words, and with all of its rows from a phone too', async () => {
    await backToScreen(page);
    // As nobody has said what it is for, a file is for paper.
    await page.emulateMedia({ media: null, colorScheme: 'light' });
    await goWithin(page, '/w/4201/tickets?perPage=50&deleted=include&q=the');
    await expect.poll(async () => (await idsOnScreen(page)).length).toBe(50);
    const made = await sheets(page);
    expect(made).toBeGreaterThan(1);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    const cards = page.getByRole('list', { name: 'Tickets', exact: true });
    await expect(cards).toBeVisible();
    expect(await sheets(page)).toBe(made);
    // Afterwards the screen is what it was.
    await expect(cards).toBeVisible();
  });

  await test.step('the overview', async () => {
    await backToScreen(page);
    await goWithin(page, LIST);
    if (!(await page.getByRole('region', { name: 'Overview' }).isVisible())) await page.keyboard.press('o');
    await expect(page.getByRole('slider')).toBeVisible();
    await expectOnPaper(page, [
      /^Age in days, by priority$/,
      /^Issued per (day|week|month)$/,
      /^Order: /,
      TAKEN,
    ]);
  });

  await test.step('hidden names stay hidden', async () => {
    await backToScreen(page);
    await page.keyboard.press('m');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(/Customers are not named$/)).toBeVisible();
    const names = await page.locator('[data-listed] [data-column="customer"]').allTextContents();
    expect(names.filter((name) => !/^•+$|^Anonymous$/.test(name))).toEqual([]);
  });
});

test('people, handoffs, an open ticket alone, a meeting and its minutes on paper: what each is, dark on white, whole, with nothing to press, and a long text to its end', async ({
  page,
  demo,
}) => {
  await test.step('people and handoffs', async () => {
    await page.goto(`${demo.url}/w/4201/people`);
    await expect(page.getByRole('table', { name: 'Open tickets by assignee' })).toBeVisible();
    await expectOnPaper(page, [/: people$/, /^View: /, /^Filters: none$/, TAKEN]);
    await backToScreen(page);
    await page.getByRole('link', { name: 'Handoffs', exact: true }).click();
    await expect(page.getByRole('table', { name: 'Open tickets by assignee' })).toBeHidden();
    await expect(page.getByRole('table').first()).toBeVisible();
    await expectOnPaper(page, [/: handoffs$/, /^View: /, /^Filters: none$/, TAKEN]);
  });

  await test.step('an open ticket: it alone, and a long text to its end', async () => {
    const api = `${demo.url}/api/workspaces/4201/tickets?perPage=200&deleted=include`;
    const { tickets } = await (await page.request.get(api)).json();
    const { id } = tickets.find(({ description }: { description: string | null }) => {
      return (description?.length ?? 0) > 2_000;
    });
    await backToScreen(page);
    await goWithin(page, `/w/4201/tickets/${id}?perPage=10`);
    await expect(page.getByText('References')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Show all [\d,]+ characters$/ })).toBeVisible();
    await expectOnPaper(page, [/: ticket \d+$/, /^References$/, TAKEN]);
    await expect(page.getByRole('table', { name: 'Tickets' })).toBeHidden();
    const cut = await page
      .getByRole('dialog')
      .locator('[data-folded]')
      .evaluate((words) => words.scrollHeight - words.clientHeight);
    expect(cut).toBeLessThanOrEqual(1);
  });

  await test.step('a meeting and its minutes', async () => {
    await backToScreen(page);
    await goWithin(page, '/w/4201/triage?overdue=true&priority=CRITICAL');
    await startHere(page);
    await expectOnPaper(page, [/^Ticket 1 of \d+$/, /^Outcome$/, /reviewed$/, TAKEN]);
    await backToScreen(page);
    await page.keyboard.press('f');
    await page.keyboard.press('Shift+E');
    await page.getByRole('button', { name: 'End & show minutes' }).click();
    await expect(page.getByRole('table', { name: 'Actions by owner' })).toBeVisible();
    await expectOnPaper(page, []);
  });
});
