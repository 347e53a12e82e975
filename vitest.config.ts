import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Milliseconds. Property tests ask hundreds of questions, and a test machine may be busy. */
const testTimeout = 60_000;

/** Unit, property and HTTP tests. The browser's are Playwright's, in e2e/. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'server',
          testTimeout,
          environment: 'node',
          include: ['{contract,server,scripts}/**/*.test.ts'],
          setupFiles: ['server/test/setup.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'client',
          testTimeout,
          environment: 'jsdom',
          include: ['client/**/*.test.{ts,tsx}'],
          setupFiles: ['client/test/setup.ts'],
        },
      },
    ],
  },
});
