import { existsSync, readFileSync } from 'node:fs';
import { runOrExit, runQuietly } from './run.mjs';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * Finds a Chromium for the tests: the one that CHROMIUM_PATH names, Playwright's own, the system's.
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

/** Makes sure that there is a Chromium: by Playwright's download, else, as root on Debian, by its package. */
export async function ensureBrowser() {
  if (await findBrowser()) return;
  console.log('Installing a browser for the tests (once) …');
  const own = await runQuietly(process.execPath, [
    'node_modules/@playwright/test/cli.js',
    'install',
    '--with-deps',
    'chromium-headless-shell',
    'chromium',
  ]);
  if (own.ok && (await findBrowser())) return;
  if (process.getuid?.() === 0 && isDebian()) {
    runOrExit('apt-get', ['update', '-qq']);
    runOrExit('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core']);
  }
  if (await findBrowser()) return;
  console.error(own.output);
  console.error('There is no Chromium for the browser tests. Install one, or name it in CHROMIUM_PATH.');
  process.exit(1);
}

function isDebian() {
  return (
    existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}
