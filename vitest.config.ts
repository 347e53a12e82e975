import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type TestUserConfig, type UserProjectConfigExport } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** Milliseconds. Property tests ask hundreds of questions, and a test machine may be busy: it ends what hangs, and nothing else. */
const testTimeout = 120_000;
const hookTimeout = testTimeout;

/** Files share a process and the packages in it; our own modules are loaded anew for each by the set-up files. */
const isolate = false;

/** A larger space for what is new, in MB, spares collecting it again and again: a tenth of the screens' processor time. */
const FLAGS = ['--max-semi-space-size=64'];

/** A database lives for a second in most tests: to compile it well takes as long as all that is asked of it. */
const NODE_FLAGS = [...FLAGS, '--liftoff-only'];

/** The embedded database's thread is as it was built before the tests. */
const BUILT_WORKER = {
  find: /^\.\/start-worker\.ts$/,
  replacement: fileURLToPath(new URL('server/store/testing/start-built-worker.ts', import.meta.url)),
};

/** Tests that take long without being long files, which come first by themselves: begun last, each would be waited for alone. */
const LONG = /\/(?:kill|database|engine|fault-matrix|main|partial-faults|shared-database|planner)\.test\.ts$/;

class LongOnesFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]) {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: (typeof files)[number]) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** A simulated browser takes a second to start: only what needs one gets it. */
const DOM_TESTS = ['client/**/*.test.tsx', 'client/**/*.dom.test.ts'];

/** Tests that replace a module, or need one that nobody has loaded before: they have modules of their own. */
const OWN_MODULES_TESTS = ['client/**/*.own-modules.test.tsx'];

/** Unit, property and HTTP tests. The browser's are Playwright's, in e2e/. */
export default defineConfig({
  test: {
    // One more than the cores: tests wait for processes, databases and clocks, too.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongOnesFirst },
    projects: [
      {
        resolve: { alias: [BUILT_WORKER] },
        test: {
          name: 'node',
          testTimeout,
          hookTimeout,
          isolate,
          environment: 'node',
          include: ['{client,contract,server,scripts}/**/*.test.ts'],
          exclude: DOM_TESTS,
          setupFiles: ['server/test/setup.ts'],
          globalSetup: ['scripts/store-template.mjs', 'scripts/test-programs.mjs'],
          execArgv: NODE_FLAGS,
        },
      },
      screen('screen', { isolate, include: DOM_TESTS, exclude: OWN_MODULES_TESTS }),
      screen('screen-own-modules', { isolate: true, include: OWN_MODULES_TESTS }),
    ],
  },
});

/** A project whose tests draw in a simulated browser. */
function screen(name: string, files: TestUserConfig): UserProjectConfigExport {
  const setupFiles = ['client/test/setup.ts'];
  return {
    plugins: [react()],
    test: { name, testTimeout, hookTimeout, environment: 'jsdom', setupFiles, execArgv: FLAGS, ...files },
  };
}
