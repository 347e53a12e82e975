import type { Locator, Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import {
  type RunningSandbox,
  type RunningServer,
  setFaults,
  startProduct,
  startSandbox,
} from './support/servers.ts';
import {
  expect,
  expectAccessibleInBothThemes,
  idsOnScreen,
  openQueue,
  total,
  test as withPage,
} from './support/test.ts';

/** Some on the screen, and three pages upstream. */
const SHOWN = 10;
const TICKETS = 150;
const PAGES = 3;
/** Pages that shift add and remove some. */
const WHOLE = /all 1\d\d tickets read/;

/** The product with its list on screen. */
interface Faulty {
  readonly age: Locator;
  readonly trouble: Locator;
  readonly refresh: () => Promise<void>;
  readonly fault: (...faults: readonly object[]) => Promise<void>;
  /** Number of calls that the upstream has had. */
  readonly calls: () => Promise<number>;
  /** The tickets as the upstream has them, by id. */
  readonly upstreamIds: () => Promise<number[]>;
  /** The tickets as the product has them, by id. */
  readonly productIds: () => Promise<number[]>;
}

const test = withPage.extend<{ faulty: Faulty }>({
  faulty: async ({ page }, use) => {
    const sandbox = await startSandbox('--tickets', String(TICKETS), '--faults');
    const product = await startProduct({
      ...sandbox.environment,
      QUESTIONPRO_PER_PAGE: '50',
      QUESTIONPRO_CALLS_PER_DAY: '20000',
      REFRESH_SECONDS: '5',
    });
    try {
      const key = sandbox.environment.QUESTIONPRO_API_KEY ?? '';
      const answers = collectAnswers(page);
      await openQueue(page, `${product.url}/w/4201/tickets?perPage=${SHOWN}`);
      const faulty = faultyOf(page, sandbox, product);
      await expect(faulty.age).toContainText(WHOLE);
      await use(faulty);
      const texts = await Promise.all(answers);
      expect(texts.some((text) => text.includes('"snapshot"'))).toBe(true);
      // The sandbox echoes the key in every error.
      expect([...texts, product.output()].filter((text) => text.includes(key))).toEqual([]);
    } finally {
      await product.stop();
      await sandbox.stop();
    }
  },
});

function faultyOf(page: Page, sandbox: RunningSandbox, product: RunningServer): Faulty {
  const key = sandbox.environment.QUESTIONPRO_API_KEY ?? '';
  const age = page.getByRole('region', { name: 'State of the data' });
  const idsAt = async (url: string, field: 'data' | 'tickets') => {
    const answer = await (await fetch(url, { headers: { 'api-key': key } })).json();
    return answer[field].map(({ id }: { id: number }) => id).sort((a: number, b: number) => a - b);
  };
  return {
    age,
    trouble: page.getByRole('region', { name: 'Trouble with the data' }),
    refresh: async () => {
      await age.getByRole('button').click();
      await page.getByRole('button', { name: /^Refresh/ }).click();
      await page.keyboard.press('Escape');
    },
    fault: (...faults) => setFaults(sandbox, faults),
    calls: async () => (await (await fetch(new URL('/_calls', sandbox.url))).json()).total,
    upstreamIds: () => idsAt(`${sandbox.url}/cx/closedloop/workspaces/4201/tickets?perPage=1000`, 'data'),
    productIds: () =>
      idsAt(`${product.url}/api/workspaces/4201/tickets?deleted=include&perPage=200`, 'tickets'),
  };
}

/** The bodies of all answers; an answer that is none, like a redirect, has an empty one. */
function collectAnswers(page: Page): Promise<string>[] {
  const answers: Promise<string>[] = [];
  page.on('response', (response) => answers.push(response.text().catch(() => '')));
  return answers;
}

async function expectListToStay(page: Page): Promise<void> {
  await expect(page.locator('tr[data-listed]')).toHaveCount(SHOWN);
  expect(await total(page)).toBeGreaterThan(100);
}

/** Faults that stop the calls: asking again ends them. */
const STOPPING = [
  ['unauthorized', 'refused the API key'],
  ['forbidden', 'does not let the API key read the workspace Fernhollow Home – Europe (4201)'],
  ['not-found', 'does not know the workspace Fernhollow Home – Europe (4201)'],
  ['bad-request', 'a bug in Loopdesk or an error in its settings'],
  ['licence-used-up', 'the QuestionPro licence includes are used up'],
] as const;

async function expectStops(page: Page, faulty: Faulty): Promise<void> {
  for (const [kind, says] of STOPPING) {
    await faulty.fault({ kind });
    await faulty.refresh();
    await expect(faulty.trouble).toContainText(says);
    await expectListToStay(page);
  }
  await expectAccessibleInBothThemes(page, '[aria-label="Trouble with the data"]');
  await faulty.fault();
  await faulty.refresh();
  await expect(faulty.age).toContainText(/Updated .* ago/);
  await expect(faulty.age).toContainText(WHOLE);
}

/** Faults that pass: asking again finds that they are over. */
const PASSING = [
  [{ kind: 'rate-limited', retryAfter: '2' }, 'asks for fewer calls for a while'],
  [{ kind: 'truncated', page: 2 }, 'One page of tickets could not be read'],
] as const;

async function expectPasses(page: Page, faulty: Faulty): Promise<void> {
  for (const [fault, says] of PASSING) {
    await faulty.fault(fault);
    await faulty.refresh();
    await expect(faulty.trouble).toContainText(says);
    await expectListToStay(page);
    await faulty.fault();
    await faulty.refresh();
    await expect(faulty.age).toContainText(/Updated .* ago/);
    await expect(faulty.age).toContainText(WHOLE);
  }
}

async function expectEndsByItself(page: Page, faulty: Faulty): Promise<void> {
  await faulty.fault({ kind: 'gateway' });
  await faulty.refresh();
  await expect(faulty.trouble).toContainText('having trouble of its own');
  await expectListToStay(page);
  await faulty.fault();
  await expect(faulty.age).toContainText(/Updated .* ago/);
  await expect(faulty.age).toContainText(WHOLE);
}

async function expectShifts(page: Page, faulty: Faulty): Promise<void> {
  // Pages shift at any place: of few rows, most would be where nothing happens.
  await goWithin(page, '/w/4201/tickets?perPage=50');
  await expect(page.locator('tr[data-listed]')).toHaveCount(50);
  const rows = await idsOnScreen(page);
  await faulty.fault({ kind: 'shift' });
  for (let read = 0; read < 3; read++) {
    const before = await faulty.calls();
    await faulty.refresh();
    // Each call shifts the list, and a read is at least one for each page.
    await expect.poll(faulty.calls).toBeGreaterThanOrEqual(before + PAGES);
    expect(await idsOnScreen(page)).toEqual(rows);
  }
  await faulty.fault();
  await faulty.refresh();
  const resting = await faulty.upstreamIds();
  await expect.poll(faulty.productIds).toEqual(resting);
  await expect(faulty.age).toContainText(/Updated .* ago, all 1\d\d tickets read/);
}

test('each fault of the upstream is told, and the list stays: what stops the calls ends by asking again, what passes is then over, trouble of its own ends by itself, and rows stay while pages shift, and all is right when those rest', async ({
  page,
  faulty,
}) => {
  test.slow();
  await test.step('what stops the calls', () => expectStops(page, faulty));
  await test.step('what passes', () => expectPasses(page, faulty));
  await test.step('trouble of the upstream’s own, without a press', () => expectEndsByItself(page, faulty));
  await test.step('pages that shift', () => expectShifts(page, faulty));
});
