import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Milliseconds. Property tests ask hundreds of questions, and a test machine may be busy. */
const testTimeout = 60_000;
const hookTimeout = testTimeout;

/** Modules hold no state that a test would leave behind: loading them anew for each file was most of the time. */
const isolate = false;

/** A simulated browser takes a second to start: only what needs one gets it. */
const DOM_TESTS = ['client/**/*.test.tsx', 'client/**/*.dom.test.ts'];

/** Unit, property and HTTP tests. The browser's are Playwright's, in e2e/. */
export default defineConfig({
  test: {
    // Left to itself it leaves one core out, which on two of them is half.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'server',
          testTimeout,
          hookTimeout,
          isolate,
          environment: 'node',
          include: ['{contract,server,scripts}/**/*.test.ts'],
          setupFiles: ['server/test/setup.ts'],
          globalSetup: ['scripts/store-template.mjs'],
        },
      },
      {
        test: {
          name: 'client',
          testTimeout,
          hookTimeout,
          isolate,
          environment: 'node',
          include: ['client/**/*.test.ts'],
          exclude: DOM_TESTS,
          setupFiles: ['server/test/setup.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'screen',
          testTimeout,
          hookTimeout,
          // React keeps what a test has left of its own in its module, and the next file would wait for it.
          isolate: true,
          environment: 'jsdom',
          include: DOM_TESTS,
          setupFiles: ['client/test/setup.ts'],
        },
      },
    ],
  },
});
