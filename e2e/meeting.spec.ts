import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { goWithin } from './support/go-within.ts';
import { card, expectReady, expectSaved, idUp, startHere, startMeeting } from './support/meeting.ts';
import { type RunningServer, startProduct } from './support/servers.ts';
import { test as base, expect } from './support/test.ts';
import { type ChangingUpstream, startUpstream, vendorTicket } from './support/upstream.ts';

const TICKETS = 25;

/** The product over an upstream that a test changes, to be stopped and started again at the same address. */
interface Place {
  readonly upstream: ChangingUpstream;
  /** The address of the workspace. */
  readonly url: string;
  readonly stop: () => Promise<void>;
  readonly startAgain: () => Promise<void>;
}

const test = base.extend<{ place: Place }>({
  place: async ({}, use) => {
    const upstream = await startUpstream(
      Array.from({ length: TICKETS }, (_, index) =>
        vendorTicket(index + 1, {
          isOverdue: index % 3 === 0,
          priority: ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'][index % 4],
          assignedUser: { name: `Manager ${index % 3}`, email: `manager${index % 3}@example.com` },
        }),
      ),
    );
    let product: RunningServer = await startProduct(upstream.environment);
    const { port } = new URL(product.url);
    await use({
      upstream,
      url: `${product.url}/w/1`,
      stop: () => product.stop(),
      startAgain: async () => {
        product = await startProduct({ ...upstream.environment, PORT: port });
      },
    });
    await product.stop();
    upstream.stop();
  },
});

// The help opens also when the server is gone.
test.use({ fetchesAhead: true });

/** Entries about a ticket, and their keys. */
const ENTRIES = [
  { keys: 'd', outcome: 'Discussed', decision: '' },
  { keys: 'f', outcome: 'To follow up', decision: '' },
  { keys: 's', outcome: 'Skipped', decision: '' },
  { keys: '', outcome: 'Discussed', decision: 'Call back, “today” & refund' },
  { keys: '', outcome: 'Not reviewed', decision: '' },
] as const;

/** Enters the next of these about the ticket that is up, by the keyboard alone, and goes on to the next ticket. */
async function enter(page: Page, index: number): Promise<string> {
  const entry = ENTRIES[index % ENTRIES.length] ?? ENTRIES[0];
  const id = await idUp(page);
  if (entry.keys !== '') await page.keyboard.press(entry.keys);
  if (entry.decision !== '') {
    await page.keyboard.press('n');
    await page.keyboard.type(`${entry.decision} ${id}`);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ann');
    await page.keyboard.press('Escape');
  }
  // A verdict goes on by itself, a note does not.
  if (entry.keys === '') await page.keyboard.press('ArrowRight');
  const decision = entry.decision === '' ? '' : `${entry.decision} ${id}`;
  return `${id}|${entry.outcome}|${decision}|${decision === '' ? '' : 'Ann'}`;
}

test('25 tickets are walked by keyboard alone, through changes, a reload and a restart, and the minutes agree', async ({
  page,
  place: { upstream, url, stop, startAgain },
}) => {
  test.slow();
  await startMeeting(page, url);
  await expect(page.getByText('1 of 25', { exact: true })).toBeVisible();
  const entered: string[] = [];
  for (let index = 0; index < 8; index++) entered.push(await enter(page, index));

  // Tickets change: the one that is up next is resolved, another one goes, a new one comes.
  const changing = await idUp(page);
  const [gone] = upstream.tickets.filter(({ id }) => id !== changing).slice(-1);
  upstream.tickets = [
    ...upstream.tickets
      .filter(({ id }) => id !== gone?.id)
      .map((one) =>
        one.id === changing ? { ...one, status: 'RESOLVED', updatedAt: new Date().toISOString() } : one,
      ),
    vendorTicket(900),
  ];
  const news = page.getByRole('region', { name: 'Changed since' });
  await expect(news).toContainText(/Status:\s*New\s*Resolved\s*just now/);
  expect(await idUp(page)).toBe(changing);
  await page.keyboard.press('+');
  await expect(page.getByText('9 of 26', { exact: true })).toBeVisible();

  // A reload in the middle of a word.
  await page.keyboard.press('n');
  await page.keyboard.type('Half a sent');
  await expectSaved(page);
  await page.reload();
  await expectReady(page);
  expect(await idUp(page)).toBe(changing);
  await expect(page.getByRole('textbox', { name: 'Decision' })).toHaveValue('Half a sent');
  await page.keyboard.press('n');
  await page.keyboard.type('ence');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  entered.push(`${changing}|Discussed|Half a sentence|`);

  // The server goes; the meeting does not.
  await stop();
  await expect(page.getByText('server was last heard of at')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: /^Keys/ })).toBeVisible();
  await page.keyboard.press('Escape');
  for (let index = 9; index < 26; index++) entered.push(await enter(page, index));
  // After the last verdict the first ticket that was passed over comes up.
  await expect(page.getByText('5 of 26', { exact: true })).toBeVisible();
  await expectSaved(page);
  await startAgain();
  await expect(page.getByText('server was last heard of at')).toBeHidden();
  // The ticket that was up last was not walked past: its own news is there again.
  await page.keyboard.press('Home');
  await expect(page.getByRole('button', { name: new RegExp(`${changing}.*Changed since`) })).toBeVisible();

  await page.keyboard.press('Shift+E');
  await page.getByRole('button', { name: 'End & show minutes' }).click();
  await expect(page.getByRole('heading', { name: 'Actions by owner' })).toBeVisible();
  const count = (outcome: string) => entered.filter((line) => line.split('|')[1] === outcome).length;
  const outcomes = ['Discussed', 'To follow up', 'Skipped', 'Parked', 'Not reviewed'];
  const counts = outcomes.map((outcome) => `${count(outcome)} ${outcome.toLowerCase()}`).join(', ');
  await expect(page.getByText(`26 tickets: ${counts}`)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const [, ...rows] = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  const told = rows
    .map((row) => /^(\d+),(\d+),"([^"]*)",(?:"((?:[^"]|"")*)")?,(?:"([^"]*)")?/.exec(row) ?? [])
    .sort(([, one], [, other]) => Number(one) - Number(other))
    .map(([, , id, outcome, decision = '', owner = '']) =>
      [id, outcome, decision.replaceAll('""', '"'), owner].join('|'),
    );
  expect(told).toEqual(entered);
});

test('a meeting is exported, deleted, brought back, deleted with all others and imported; a second window does not lead it, and can take it over without losing a letter; the room is in step, tells that the presenter is gone, and finds the meeting again by itself', async ({
  page,
  context,
  place: { url },
}) => {
  await test.step('a meeting as a file', async () => {
    await startMeeting(page, url, '?overdue=true');
    await page.keyboard.press('d');
    await expectSaved(page);
    await page.getByRole('link', { name: 'Meetings' }).click();
    const name = /triage, Overdue/;
    await expect(page.getByRole('link', { name })).toBeVisible();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Export .* without customers’ names/ }).click();
    const file = await (await download).path();
    const text = await readFile(file, 'utf8');
    expect(text).toContain('Words of ticket 1');
    expect(text).not.toMatch(/Customer \d|customer\d/);

    await page.getByRole('button', { name: /^Delete .*triage/ }).click();
    await expect(page.getByRole('link', { name })).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('link', { name })).toBeVisible();
    await page.getByRole('button', { name: 'Delete all' }).click();
    await page.getByRole('button', { name: 'Yes, delete 1 meeting' }).click();
    await expect(page.getByText('None yet.')).toBeVisible();

    const input = page.getByLabel('File of a meeting');
    await input.setInputFiles({
      name: 'other.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{}'),
    });
    await expect(page.getByText('other.json was not imported.')).toBeVisible();
    await input.setInputFiles(file);
    await expect(page.getByText('is imported.')).toBeVisible();
    await page.getByRole('link', { name }).click();
    await expectReady(page);
    await page.keyboard.press('Home');
    await expect(page.getByRole('button', { name: /^Discussed/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText('No names in it')).toBeVisible();
  });

  await test.step('a second window', async () => {
    await goWithin(page, '/w/1/triage');
    await startHere(page);
    await page.keyboard.press('n');
    await page.keyboard.type('Typed in the first window');
    const second = await context.newPage();
    await second.goto(page.url());
    await expect(
      second.getByRole('heading', { name: 'This meeting is open in another window' }),
    ).toBeVisible();
    await second.getByRole('button', { name: 'Present from this window' }).click();
    await expect(second.getByRole('textbox', { name: 'Decision' })).toHaveValue('Typed in the first window');
    await expect(page.getByRole('heading', { name: 'This meeting is open in another window' })).toBeVisible();
    await expectReady(second);
    await second.getByRole('button', { name: /^Follow up/ }).click();
    await second.keyboard.press('ArrowLeft');
    await expectSaved(second);
    await second.close();
    await expect(page.getByRole('button', { name: /^Follow up/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('textbox', { name: 'Decision' })).toHaveValue('Typed in the first window');
  });

  await test.step('the room', async () => {
    await goWithin(page, '/w/1/triage');
    await startHere(page);
    await page.keyboard.press('End');
    const opened = context.waitForEvent('page');
    await page.keyboard.press('o');
    const room = await opened;
    await expect(room.getByText('25 of 25', { exact: true })).toBeVisible();
    expect(await idUp(room)).toBe(await idUp(page));
    await expect(room.getByRole('textbox')).toHaveCount(0);
    await expect(room.getByRole('navigation', { name: 'Queue' })).toHaveCount(0);

    await page.bringToFront();
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'm']) await page.keyboard.press(key);
    await expect(room.getByText('3 of 25', { exact: true })).toBeVisible();
    await expect(card(room)).toContainText('Customer 7');

    const address = page.url();
    const up = await idUp(page);
    await page.close();
    await expect(room.getByText('The presenter’s window is gone.')).toBeVisible();
    expect(await idUp(room)).toBe(up);
    const again = await context.newPage();
    await again.goto(address);
    await expect(again.getByText('3 of 25', { exact: true })).toBeVisible();
    await expect(room.getByText('The presenter’s window is gone.')).toBeHidden();
    await expectReady(again);
    await again.keyboard.press('ArrowRight');
    await expect(room.getByText('4 of 25', { exact: true })).toBeVisible();
  });
});
