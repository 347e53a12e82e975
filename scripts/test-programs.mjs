import { existsSync } from 'node:fs';
import { build } from 'vite';
import { ensureBuilt } from './build.mjs';
import { inProject } from './paths.mjs';

/**
 * Builds what tests run as processes and threads of their own, besides what the product consists of: from sources each would
 * load TypeScript's reader first, which takes as long as the program itself. A run that watches has them as they were at its start.
 */
export async function setup() {
  // The product has screens beside it, and here those of any build will do.
  if (!existsSync(inProject('dist', 'client'))) ensureBuilt();
  const recordingProcess = inProject('server', 'store', 'testing', 'recording-process.ts');
  await build({
    root: inProject('.'),
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: inProject('dist', 'test-programs'),
      // Another run may have its programs there.
      emptyOutDir: false,
      rolldownOptions: { input: { 'recording-process': recordingProcess } },
    },
  });
}
