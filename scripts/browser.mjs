import { existsSync } from 'node:fs';
import { installPackages, mayInstallPackages, updatePackages } from './packages.mjs';
import { runQuietly } from './run.mjs';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

const SYSTEM_SHELLS = ['/usr/bin/chromium-headless-shell'];

/**
 * Finds a Chromium: the one that CHROMIUM_PATH names, Playwright's own, the system's.
 * @returns {Promise<string | null>} its path, or null when there is none
 */
export async function findBrowser() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) {
    if (existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH names ${CHROMIUM_PATH}, and there is no such file.`);
  }
  const { chromium } = await import('@playwright/test');
  return [chromium.executablePath(), ...SYSTEM].find((path) => existsSync(path)) ?? null;
}

/**
 * Finds what the tests run in: Chromium's headless shell, which draws no windows of its own and so takes three to four fifths of
 * a whole Chromium's time, else the Chromium that there is.
 * @returns {Promise<string | null>} its path, or null for what Playwright finds by itself
 */
export async function findTestBrowser() {
  if (process.env.CHROMIUM_PATH || !(await findShell())) return findBrowser();
  return SYSTEM_SHELLS.find((path) => existsSync(path)) ?? null;
}

/** Whether there is a headless shell: the system's, or Playwright's own, which lies beside its Chromium. */
async function findShell() {
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath().replace(/([\\/]chromium)(-\d+)[\\/].*$/, '$1_headless_shell$2');
  return [own, ...SYSTEM_SHELLS].some((path) => existsSync(path));
}

/**
 * Makes sure that there is a Chromium: by Playwright's download, else, as root on Debian, by its package. There the
 * headless shell is added to a Chromium; without it the tests do as well, and take longer.
 */
export async function ensureBrowser() {
  if (await findBrowser()) {
    if (process.env.CHROMIUM_PATH || (await findShell()) || !mayInstallPackages()) return;
    console.log('Installing a lighter browser for the tests (once) …');
    await updatePackages();
    await installPackages('chromium-headless-shell');
    return;
  }
  console.log('Installing a browser for the tests (once) …');
  const own = await runQuietly(process.execPath, [
    'node_modules/@playwright/test/cli.js',
    'install',
    '--with-deps',
    'chromium-headless-shell',
    'chromium',
  ]);
  if (own.ok && (await findBrowser())) return;
  let { output } = own;
  if (mayInstallPackages()) {
    const steps = [
      await updatePackages(),
      await installPackages('chromium', 'chromium-headless-shell', 'fonts-noto-core'),
    ];
    output += steps.map((step) => step.output).join('');
  }
  if (await findBrowser()) return;
  console.error(output);
  console.error('There is no Chromium for the browser tests. Install one, or name it in CHROMIUM_PATH.');
  process.exit(1);
}
