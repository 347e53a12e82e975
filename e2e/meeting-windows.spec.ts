import { readFile } from 'node:fs/promises';
import { goWithin } from './support/go-within.ts';
import { card, expectReady, expectSaved, idUp, startHere, startMeeting } from './support/meeting.ts';
import { test } from './support/meeting-place.ts';
import { expect } from './support/test.ts';

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
