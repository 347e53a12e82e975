import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectReady, expectSaved, idUp, startMeeting } from './support/meeting.ts';
import { test } from './support/meeting-place.ts';
import { expect } from './support/test.ts';
import { vendorTicket } from './support/upstream.ts';

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
