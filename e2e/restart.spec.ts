import { temporaryFolder } from '../scripts/temporary-folder.mjs';
import { goWithin } from './support/go-within.ts';
import { startProduct, startSandbox } from './support/servers.ts';
import { expect, test, total } from './support/test.ts';

test('after a restart the stored tickets are on screen without a call, with QuestionPro away', async ({
  page,
}) => {
  const sandbox = await startSandbox('--tickets', '600');
  const environment = {
    ...sandbox.environment,
    STORE: 'embedded',
    DATA_DIR: temporaryFolder('restart'),
  };
  const before = await startProduct(environment);
  const status = async (url: string) =>
    (await page.request.get(`${url}/api/workspaces/4201/snapshot`)).json();
  await page.goto(`${before.url}/w/4201/tickets`);
  await expect.poll(async () => (await status(before.url)).recording.lastAt).not.toBeNull();
  const shown = await total(page);
  const { calls, takenAt } = await status(before.url);
  await before.stop();
  await sandbox.stop();
  const after = await startProduct(environment);
  await page.goto(`${after.url}/w/4201/tickets`);
  await expect.poll(() => total(page)).toBe(shown);
  expect(await status(after.url)).toMatchObject({ whole: true, takenAt, calls: { today: calls.today } });
  await goWithin(page, '/w/4201/trends');
  await expect(page.getByRole('region', { name: 'Backlog' })).toContainText('Overdue');
  await after.stop();
});
