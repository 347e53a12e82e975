import { defineConfig } from '@playwright/test';
import { findEngines } from '../../scripts/engines.mjs';
import chromium from '../playwright.config.ts';

const found = findEngines();

/** The same steps on the built product in each of the engines that are there. */
export default defineConfig({
  ...chromium,
  testDir: '.',
  testIgnore: [],
  outputDir: '../../test-results/engines',
  // Each worker starts engines and a server of its own, and another check has the other core.
  workers: 1,
  projects: [
    { name: 'chromium' },
    ...(found.firefox === null ? [] : [{ name: 'firefox' }]),
    ...(found.webkit === null ? [] : [{ name: 'webkit' }]),
  ],
});
