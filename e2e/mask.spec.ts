import type { Locator, Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import {
  expect,
  expectAccessibleInBothThemes,
  idsOnScreen,
  listed,
  openQueue,
  test,
} from './support/test.ts';

interface Named {
  readonly customerName: string | null;
  readonly customerEmail: string | null;
}

/** The names and e-mails of the customers in these answers, as the server knows them. */
async function namesOf(page: Page, addresses: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const address of addresses) {
    const { tickets }: { tickets: Named[] } = await (await page.request.get(address)).json();
    for (const { customerName, customerEmail } of tickets) {
      for (const text of [customerName, customerEmail]) if (text?.trim()) found.add(text.trim());
    }
  }
  return [...found];
}

/** Which of the names are anywhere in the page: in its texts, attributes, title and what a screen reader is told. */
async function leaksOf(page: Page, names: readonly string[]): Promise<string[]> {
  const html = await page.evaluate(() => {
    // As texts, not as markup: an ampersand stays one.
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].map(({ value }) => value),
    );
    const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
    return [document.title, document.documentElement.textContent, location.href, ...attributes, ...fields];
  });
  const spoken = await page.locator('body').ariaSnapshot();
  const everything = [...html, spoken, await page.content()].join('\n');
  return names.filter((name) => everything.includes(name) || everything.includes(encodeURIComponent(name)));
}

/** Waits until the open ticket tells what else its customer has written. */
async function expectCustomerLooked(drawer: Locator): Promise<void> {
  await expect(drawer).toContainText(/\d others?, |This is the only one|The customer is anonymous/);
}

/** A ticket whose customer has written others. */
async function whoWroteBefore(page: Page, api: string): Promise<number> {
  const newest = await page.request.get(`${api}?perPage=200&sort=-issueDate`);
  const { tickets }: { tickets: { id: number }[] } = await newest.json();
  for (const { id } of tickets) {
    if ((await listed(page, `${api}?customerOf=${id}`)).total > 2) return id;
  }
  throw new Error('No customer has written twice.');
}

test('with names hidden, no customer is told of in the list, in a ticket, to a screen reader or in what else a customer wrote, nor on a phone’s cards, and a reload keeps them hidden', async ({
  page,
  demo,
}) => {
  const api = `${demo.url}/api/workspaces/4201/tickets`;
  await openQueue(page, `${demo.url}/w/4201/tickets?perPage=25&deleted=include`);
  const names = await namesOf(page, [`${api}?perPage=25&deleted=include`]);
  expect(names.length).toBeGreaterThan(15);
  await idsOnScreen(page);
  // A name where there is one, else an e-mail: that it is looked for in the right places.
  expect((await leaksOf(page, names)).length).toBeGreaterThan(15);
  await page.keyboard.press('m');
  await expect(page.getByText('Customers’ names and e-mails are hidden', { exact: true })).toBeAttached();
  const badge = page.getByRole('button', { name: 'Names hidden' });
  await expect(badge).toBeVisible();
  expect(await leaksOf(page, names)).toEqual([]);
  await expectAccessibleInBothThemes(page, 'header');

  const link = page.locator('[data-listed] a').first();
  const id = await link.textContent();
  await link.click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toHaveAccessibleName(`Ticket ${id}`);
  await expect(drawer).toContainText('Names are hidden');
  await expectCustomerLooked(drawer);
  const others = await namesOf(page, [`${api}?customerOf=${id}`]);
  expect(await leaksOf(page, [...names, ...others])).toEqual([]);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('j');
  await expect(page.getByText(/^6 of [\d,]+ in the list/)).toBeVisible();
  await expectCustomerLooked(drawer);
  expect(await leaksOf(page, names)).toEqual([]);

  await test.step('a ticket by its own link', async () => {
    const writer = await whoWroteBefore(page, api);
    const written = await namesOf(page, [`${api}?customerOf=${writer}`]);
    await goWithin(page, `/w/4201/tickets/${writer}?q=zzzzzz`);
    await expect(drawer).toHaveAccessibleName(`Ticket ${writer}`);
    await expect(drawer).toContainText(/\d others, /);
    expect(await leaksOf(page, written)).toEqual([]);
    await page.keyboard.press('m');
    await expect(page.getByText('Customers’ names and e-mails are shown')).toBeAttached();
    await expect(badge).toBeHidden();
    expect(await leaksOf(page, written)).not.toEqual([]);
    await page.keyboard.press('m');
    await expect(drawer).toContainText('Names are hidden');
    expect(await leaksOf(page, written)).toEqual([]);
    await drawer.getByRole('button', { name: /^Show all/ }).click();
    const chips = page.getByRole('list', { name: 'Filters that are on' });
    await expect(chips).toContainText(`as of ticket ${writer}`);
    await expect.poll(() => idsOnScreen(page)).toContain(writer);
    expect(await leaksOf(page, written)).toEqual([]);
  });

  await page.keyboard.press('Escape');
  await badge.click();
  await expect(badge).toBeHidden();

  await test.step('a phone’s cards, and a reload', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await goWithin(page, '/w/4201/tickets?perPage=25');
    const cards = page.getByRole('list', { name: 'Tickets', exact: true }).locator('[data-listed] a');
    await expect(cards).toHaveCount(25);
    const written = await namesOf(page, [`${demo.url}/api/workspaces/4201/tickets?perPage=25`]);
    expect((await leaksOf(page, written)).length).toBeGreaterThan(15);
    await page.keyboard.press('m');
    await expect(page.getByRole('button', { name: 'Names hidden' })).toBeVisible();
    expect(await leaksOf(page, written)).toEqual([]);
    await page.reload();
    await expect(cards).toHaveCount(25);
    expect(await leaksOf(page, written)).toEqual([]);
    await cards.first().click();
    await expectCustomerLooked(page.getByRole('dialog'));
    expect(await leaksOf(page, written)).toEqual([]);
  });
});
