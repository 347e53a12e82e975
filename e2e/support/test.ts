import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { demoUrl } from './demo.ts';
import { numberIn } from './numbers.ts';

interface Fixtures {
  /** Whether parts of the screens are fetched before they are needed, as without a wish to save data. */
  readonly fetchesAhead: boolean;
  readonly complaints: string[];
  /** The demo, one for all tests: nothing that they do changes it. */
  readonly demo: { readonly url: string };
}

/** A test of the built product in a browser, with the demo at hand. It fails on whatever the browser complains of. */
export const test = base.extend<Fixtures>({
  demo: async ({}, use) => use({ url: demoUrl() }),
  // To compile every part for every test would be a fifth of their time.
  fetchesAhead: [false, { option: true }],
  context: async ({ context, fetchesAhead }, use) => {
    if (!fetchesAhead) {
      await context.addInitScript(() =>
        Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
      );
    }
    await use(context);
  },
  complaints: async ({}, use) => use([]),
  page: async ({ page, complaints }, use) => {
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // A file that is not there, or an error in the place of a style sheet.
      const network = /^(Failed to load resource|Refused to apply style)/.test(message.text());
      if (['error', 'warning'].includes(message.type()) && !network) complaints.push(message.text());
    });
    await use(page);
    // Above all a breach of the content security policy, which Chromium reports here.
    expect(complaints).toEqual([]);
  },
});

export { expect };

/** The rows on screen, by the tickets' ids, from the top, once those that were asked for are all drawn. */
export async function idsOnScreen(page: Page): Promise<number[]> {
  const table = page.getByRole('table', { name: 'Tickets' });
  // Before the first of a screen's lists is there, none is busy.
  await table.waitFor();
  await expect(page.locator('table[aria-busy="true"]')).toHaveCount(0);
  const links = await table.locator('[data-listed] a').allTextContents();
  return links.map(Number);
}

/** The number that the list says it has, beside the name of the view; NaN while it says none. */
export async function total(page: Page): Promise<number> {
  const count = page.getByRole('heading', { level: 1 }).getByText(/^[\d,…]+ tickets?$/);
  return Number((await count.textContent())?.replace(/\D/g, '') || Number.NaN);
}

/** The count that stands behind a facet's value, once the counts are those of the list on screen. */
export async function facetCount(page: Page, name: RegExp): Promise<number> {
  await expect(page.locator('aside [aria-busy="true"]')).toHaveCount(0);
  const label = page.locator('label').filter({ hasText: name }).first();
  return numberIn(await label.locator('span').textContent());
}

/** A list as the server answers it at an API address: the page's ids, and the number of all matches. */
export async function listed(page: Page, address: string): Promise<{ ids: number[]; total: number }> {
  const answer = await page.request.get(address);
  const list: { tickets: { id: number }[]; page: { total: number } } = await answer.json();
  return { ids: list.tickets.map(({ id }) => id), total: list.page.total };
}

/** Waits for the rows, and until all tickets have been read: before that, more of them come in. */
export async function openQueue(page: Page, url: string): Promise<void> {
  await page.goto(url);
  // Each assertion of the same would look again after 100, 250 and 500 milliseconds; these look again after 20.
  await page.getByRole('table', { name: 'Tickets' }).waitFor();
  const state = page.getByRole('region', { name: 'State of the data' });
  await state.filter({ hasText: /all [\d,]+ tickets? read/ }).waitFor();
}

/** Rows, cards and a facet's values are alike after the first few, and each costs axe as much as a dialog. */
const ALIKE = [
  'tbody tr:nth-child(n+5)',
  'li[data-listed]:nth-child(n+5)',
  'ul[aria-label^="Scorecards by"] > :nth-child(n+5)',
  'aside [data-row]:nth-child(n+4)',
  '[role="option"]:nth-child(n+5)',
];

/** Axe itself, as its builder brings it along: a builder would read it into the page twice for each look. */
const { source: AXE }: { readonly source: string } = createRequire(
  import.meta.resolve('@axe-core/playwright'),
)('axe-core');

/** The rules of axe about colours. */
const COLORS = ['color-contrast', 'link-in-text-block'] as const;

/**
 * Asserts that axe finds nothing by the rules of WCAG 2.2 AA, in the light theme and, for colours, in the dark one.
 *
 * @param part a selector of what is new on a screen that another test looks at as a whole
 */
export async function expectAccessibleInBothThemes(page: Page, part?: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNothing(page, part, (axe) =>
    axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']),
  );
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNothing(page, part, (axe) => axe.withRules([...COLORS]));
}

async function expectNothing(
  page: Page,
  part: string | undefined,
  choose: (axe: AxeBuilder) => AxeBuilder,
): Promise<void> {
  const found = await faultsOf(page, part, choose);
  // Newer data may have come meanwhile, and have faded what it replaces: a fault of colours is one at a second look as
  // well. Any other is told at once, also of what goes by itself, as a notice does.
  const isOfColors =
    found.length > 0 && found.every((fault) => COLORS.some((rule) => fault.startsWith(`${rule}:`)));
  expect(isOfColors ? await faultsOf(page, part, choose) : found).toEqual([]);
}

/**
 * Violations in words. Only they are written out, and without frames there is nothing to gather on a page of axe's own:
 * together that is most of what a look costs.
 */
async function faultsOf(
  page: Page,
  part: string | undefined,
  choose: (axe: AxeBuilder) => AxeBuilder,
): Promise<string[]> {
  // What is about to be replaced is faded, on purpose.
  await expect(page.locator(`:is(${part ?? 'body'}) [data-stale="true"]`)).toHaveCount(0);
  // Axe would have to be read into each frame.
  expect(page.frames()).toHaveLength(1);
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE);
  // No rule of ours needs the style sheets read anew, which fails where the server is gone.
  const axe = choose(
    new AxeBuilder({ page, axeSource: '"is there already"' })
      .options({ preload: false, resultTypes: ['violations'] })
      .setLegacyMode(true),
  );
  const narrowed = part === undefined ? axe : axe.include(part);
  const { violations } = await ALIKE.reduce((builder, rows) => builder.exclude(rows), narrowed).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`),
  );
}
