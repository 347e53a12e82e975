import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages, mayInstallPackages, updatePackages } from './packages.mjs';

/**
 * Finds browsers of other engines than Chromium: those that FIREFOX_PATH and WEBKIT_DRIVER_PATH name, else the system's.
 * WebKit's driver needs a display, which Xvfb is.
 * @returns {{ firefox: string | null, webkit: { driver: string, display: string } | null }} null for what is not there
 */
export function findEngines() {
  const driver = named('WEBKIT_DRIVER_PATH') ?? findInPath('WebKitWebDriver');
  const display = findInPath('Xvfb');
  return {
    firefox: named('FIREFOX_PATH') ?? findInPath('firefox-esr', 'firefox'),
    webkit: driver && display ? { driver, display } : null,
  };
}

const FIREFOX = { name: 'Firefox', packages: ['firefox-esr'], variable: 'FIREFOX_PATH' };
const WEBKIT = { name: 'WebKit', packages: ['webkit2gtk-driver', 'xvfb'], variable: 'WEBKIT_DRIVER_PATH' };

/** Installs the engines that are not there, as root on Debian; says which are not tried, and how they would be. */
export async function ensureEngines() {
  /** @type {string[]} */
  const failures = [];
  if (mayInstallPackages() && missing().length > 0) {
    console.log('Installing other browsers for the tests (once) …');
    await updatePackages();
    // One by one: where one has no such package the other may.
    for (const { packages } of missing()) {
      const { ok, output } = await installPackages(...packages);
      if (!ok) failures.push(output);
    }
  }
  for (const { name, packages, variable } of missing()) {
    const remedy = `Install ${packages.join(' and ')}, or name it in ${variable}.`;
    console.log(`skip   the built product in ${name}: there is none. ${remedy}`);
  }
  for (const output of failures) console.log(output);
}

function missing() {
  const { firefox, webkit } = findEngines();
  return [...(firefox === null ? [FIREFOX] : []), ...(webkit === null ? [WEBKIT] : [])];
}

/** @param {string} variable */
function named(variable) {
  const path = process.env[variable];
  if (!path) return null;
  if (isExecutable(path)) return path;
  throw new Error(`${variable} names ${path}, and that is no program.`);
}

/** @param {string[]} names */
function findInPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(isExecutable) ?? null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
