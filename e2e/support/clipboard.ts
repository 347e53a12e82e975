import type { Page } from '@playwright/test';

/** An address that is secure by its name, as the clipboard asks for, and that nothing is fetched from. */
const BLANK = 'http://localhost/clipboard';

/**
 * Reads the clipboard on a page of its own: Loopdesk's pages may write to it and, by their policy, not read it. The
 * test needs the permission `clipboard-read`.
 */
export async function readClipboard(page: Page): Promise<string> {
  const opened = page.context().pages();
  const reader = opened.find((one) => one.url() === BLANK) ?? (await openReader(page));
  await reader.bringToFront();
  const text = await reader.evaluate(() => navigator.clipboard.readText());
  await page.bringToFront();
  return text;
}

/** It stays for as long as the test: to load it again for each text would cost more than to read them. */
async function openReader(page: Page): Promise<Page> {
  const reader = await page.context().newPage();
  await reader.route(BLANK, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Clipboard</title>' }),
  );
  await reader.goto(BLANK);
  return reader;
}
