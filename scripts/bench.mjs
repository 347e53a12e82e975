import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { inProject } from './paths.mjs';
import { runOrExit } from './run.mjs';

// `npm run bench -- [topic]`: figures of this machine, beside its description.
ensureInstalled();
ensureBuilt();
runOrExit(process.execPath, [
  '--expose-gc',
  '--import',
  'tsx',
  inProject('bench', 'main.ts'),
  ...process.argv.slice(2),
]);
