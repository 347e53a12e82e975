import { availableParallelism } from 'node:os';
import { ensureBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureEngines } from './engines.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureNginx } from './nginx.mjs';
import { inProject } from './paths.mjs';
import { ensurePostgres } from './postgres.mjs';
import { runQuietly } from './run.mjs';

/**
 * `isSilent` where the output of what has passed says nothing, as with a benchmark's tiny figures.
 * @typedef {{ name: string, script: string[], isSilent?: boolean }} Check
 */

const module = (/** @type {string[]} */ ...parts) => inProject('node_modules', ...parts);
const tsc = module('@typescript', 'native', 'bin', 'tsc');

/** @type {Check[]} */
const STATIC = [
  ...['contract', 'server', 'client', 'e2e', 'bench', 'scripts'].map((side) => ({
    name: `types of ${side}`,
    // They run beside each other, and on one thread each takes half of the processor time.
    script: [tsc, '-p', side, '--singleThreaded'],
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

/** @type {Check} */
const FIRST_LOAD = {
  name: 'bytes of the first load',
  script: [inProject('scripts', 'first-load.mjs')],
};

/** @type {Check} */
const UNIT = {
  name: 'unit, property and HTTP tests',
  // Of thousands, only those that fail are worth a line.
  script: [module('vitest', 'vitest.mjs'), 'run', '--reporter', 'minimal'],
};

/**
 * Each is one process at a time, so that two of them keep two cores busy. Beside the tests above, which do so by themselves,
 * all took longer than one after the other.
 * @type {Check[]}
 */
const BESIDE_EACH_OTHER = [
  {
    name: 'the built product in other engines',
    script: [module('@playwright', 'test', 'cli.js'), 'test', '-c', 'e2e/engines'],
  },
  {
    name: 'the product with its own packages alone, on each Node',
    script: [inProject('scripts', 'try-product.mjs')],
  },
  {
    name: 'benchmarks, in tiny sizes',
    script: ['--expose-gc', '--import', 'tsx', inProject('bench', 'main.ts'), '--tiny'],
    isSilent: true,
  },
];

/** @type {Check} */
const BROWSER = {
  name: 'the built product in a browser',
  script: [module('@playwright', 'test', 'cli.js'), 'test', '-c', 'e2e'],
};

// `npm run check` is the static part, `npm test` all of it; each installs what it needs first.
ensureInstalled();
const began = Date.now();
/**
 * Output of the checks that failed. It is shown last, where whoever sees only the end of a long log finds it.
 * @type {string[]}
 */
const failures = [];
let passed = 0;
await runChecks(STATIC, availableParallelism());
if (process.argv[2] !== 'static') {
  // One after the other: the system's packages are installed by one at a time.
  ensureBuilt();
  await ensurePostgres();
  await ensureBrowser();
  await ensureEngines();
  await ensureNginx();
  await runCheck(FIRST_LOAD);
  await runCheck(UNIT);
  await runChecks(BESIDE_EACH_OTHER, 2);
  await runCheck(BROWSER);
}
for (const failure of failures) console.log(failure);
console.log(`${passed} passed, ${failures.length} failed (${secondsSince(began)} s)`);
process.exit(failures.length === 0 ? 0 : 1);

/**
 * @param {readonly Check[]} checks
 * @param {number} atOnce
 */
async function runChecks(checks, atOnce) {
  const waiting = [...checks];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) await runCheck(check);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** @param {Check} check */
async function runCheck(check) {
  const started = Date.now();
  const { ok, output } = await runQuietly(process.execPath, check.script);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${check.name} (${secondsSince(started)} s)`);
  if (!ok) failures.push(`FAILED ${check.name}\n${output}`);
  else {
    passed += 1;
    if (!STATIC.includes(check) && check.isSilent !== true) console.log(output);
  }
}

/** @param {number} start in milliseconds */
function secondsSince(start) {
  return ((Date.now() - start) / 1000).toFixed(1);
}
