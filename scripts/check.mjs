import { ensureBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { inProject } from './paths.mjs';
import { runQuietly } from './run.mjs';

/** @typedef {{ name: string, script: string[], before?: () => unknown }} Check */

const module = (/** @type {string[]} */ ...parts) => inProject('node_modules', ...parts);
const tsc = module('@typescript', 'native', 'bin', 'tsc');

/** @type {Check[]} */
const STATIC = [
  ...['contract', 'server', 'client', 'e2e', 'bench', 'scripts'].map((side) => ({
    name: `types of ${side}`,
    script: [tsc, '-p', side],
  })),
  {
    name: 'format and lint',
    script: [module('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--error-on-warnings', '.'],
  },
  {
    name: 'architecture',
    script: [
      module('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      'client',
      'contract',
      'server',
      'e2e',
      'bench',
      'scripts',
    ],
  },
  { name: 'nothing unused', script: [module('knip', 'bin', 'knip.js')] },
];

/** @type {Check[]} */
const TESTS = [
  { name: 'unit, property and HTTP tests', script: [module('vitest', 'vitest.mjs'), 'run'] },
  { name: 'bytes of the first load', before: ensureBuilt, script: [inProject('scripts', 'first-load.mjs')] },
  {
    name: 'the built product in a browser',
    before: ensureBrowser,
    script: [module('@playwright', 'test', 'cli.js'), 'test', '-c', 'e2e'],
  },
];

// `npm run check` is the static part, `npm test` all of it; each installs what it needs first.
ensureInstalled();
const checks = process.argv[2] === 'static' ? STATIC : [...STATIC, ...TESTS];
let failed = 0;
for (const check of checks) {
  const started = Date.now();
  await check.before?.();
  const { ok, output } = await runQuietly(process.execPath, check.script);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)`);
  if (!ok) failed += 1;
  if (!ok || TESTS.includes(check)) console.log(output);
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
