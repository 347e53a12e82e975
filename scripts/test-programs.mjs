import { build } from 'vite';
import { inProject } from './paths.mjs';

/**
 * Builds what tests run as processes and threads of their own, besides what the product consists of: from sources each would
 * load TypeScript's reader first, which takes as long as the program itself. A run that watches has them as they were at its start.
 */
export async function setup() {
  const recordingProcess = inProject('server', 'store', 'testing', 'recording-process.ts');
  await build({
    root: inProject('.'),
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: inProject('dist', 'test-programs'),
      rolldownOptions: { input: { 'recording-process': recordingProcess } },
    },
  });
}
