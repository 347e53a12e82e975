import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findTestBrowser } from '../scripts/browser.mjs';

const executablePath = await findTestBrowser();

/** The built product in a real browser; each test starts the servers that it needs, on free ports. */
export default defineConfig({
  testDir: '.',
  // An absolute path, as the other engines' configuration has it too.
  globalSetup: fileURLToPath(new URL('support/demo.ts', import.meta.url)),
  // Those have a configuration of their own.
  testIgnore: /e2e[\\/]engines[\\/]/,
  outputDir: '../test-results',
  // A test machine may be slow and busy; what is asserted is what is shown, not how fast.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  // One more than the cores that it is run on: half of a test's time it waits, for a poll or for the next look.
  workers: 3,
  forbidOnly: Boolean(process.env.CI),
  // A shared machine may stall for seconds; what failed and then passed is listed as flaky.
  retries: 1,
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    // Nothing asserts a movement, and to draw one takes time.
    contextOptions: { reducedMotion: 'reduce' },
    timezoneId: 'Europe/Berlin',
    // What is pressed by a name that nothing has is told soon.
    actionTimeout: 30_000,
    // Recording every test would take a third of their time.
    trace: 'on-first-retry',
    launchOptions: {
      ...(executablePath !== null && { executablePath }),
      args: [
        // Chromium refuses its own sandbox to root, as whom continuous integration often runs.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        // What a page runs a few times is not worth compiling for speed: a fourteenth of all processor time.
        '--js-flags=--no-maglev --no-turbofan',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
