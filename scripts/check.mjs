import { availableParallelism } from 'node:os';
import { ensureBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureEngines } from './engines.mjs';
import { ensureInstalled } from './install.mjs';
import { inProject } from './paths.mjs';
import { ensurePostgres } from './postgres.mjs';
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
const PRODUCT = [
  { name: 'bytes of the first load', before: ensureBuilt, script: [inProject('scripts', 'first-load.mjs')] },
  {
    name: 'the product with its own packages alone, on each Node',
    before: ensureBuilt,
    script: [inProject('scripts', 'try-product.mjs')],
  },
  {
    name: 'benchmarks, in tiny sizes',
    before: ensureBuilt,
    script: ['--expose-gc', '--import', 'tsx', inProject('bench', 'main.ts'), '--tiny'],
  },
];

/** @type {Check[]} */
const TESTS = [
  {
    name: 'unit, property and HTTP tests',
    before: ensurePostgres,
    script: [module('vitest', 'vitest.mjs'), 'run'],
  },
  {
    name: 'the built product in a browser',
    before: ensureBrowser,
    script: [module('@playwright', 'test', 'cli.js'), 'test', '-c', 'e2e'],
  },
  {
    name: 'the built product in other engines',
    before: ensureEngines,
    script: [module('@playwright', 'test', 'cli.js'), 'test', '-c', 'e2e/engines'],
  },
];

// `npm run check` is the static part, `npm test` all of it; each installs what it needs first.
ensureInstalled();
const began = Date.now();
const passed = await runChecks(STATIC, availableParallelism());
if (process.argv[2] !== 'static') {
  passed.push(...(await runChecks(PRODUCT, availableParallelism())));
  // Each of these takes every core by itself.
  passed.push(...(await runChecks(TESTS, 1)));
}
const failed = passed.filter((ok) => !ok).length;
console.log(`${passed.length - failed} passed, ${failed} failed (${secondsSince(began)} s)`);
process.exit(failed === 0 ? 0 : 1);

/**
 * @param {readonly Check[]} checks
 * @param {number} atOnce
 * @returns {Promise<boolean[]>} whether each has passed
 */
async function runChecks(checks, atOnce) {
  const waiting = [...checks];
  /** @type {boolean[]} */
  const passed = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) passed.push(await runCheck(check));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return passed;
}

/** @param {Check} check */
async function runCheck(check) {
  const started = Date.now();
  await check.before?.();
  const { ok, output } = await runQuietly(process.execPath, check.script);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${check.name} (${secondsSince(started)} s)`);
  if (!ok || isTold(check)) console.log(output);
  return ok;
}

/**
 * Whether the output is shown of a check that has passed: a benchmark's tiny figures say nothing.
 * @param {Check} check
 */
function isTold(check) {
  return TESTS.includes(check) || (PRODUCT.includes(check) && !check.script.includes('--tiny'));
}

/** @param {number} start in milliseconds */
function secondsSince(start) {
  return ((Date.now() - start) / 1000).toFixed(1);
}
