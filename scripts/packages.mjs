import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { runQuietly } from './run.mjs';

/** A program that says whether a service may be started when its package is installed. */
const POLICY = '/usr/sbin/policy-rc.d';

/** Whether the system's packages may be installed: as root on Debian, or what descends from it. */
export function mayInstallPackages() {
  return (
    process.getuid?.() === 0 &&
    existsSync('/etc/os-release') &&
    /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

/** Reads anew which packages there are. Whoever is offline is not kept waiting for long. */
export function updatePackages() {
  return runQuietly('apt-get', ['update', '-qq', '-o', 'Acquire::http::Timeout=10']);
}

/**
 * Installs packages, with nothing that they merely recommend.
 * @param {string[]} names
 */
export function installPackages(...names) {
  return runQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names]);
}

/**
 * Installs a package that brings a service, which is not started.
 * @param {string} name
 */
export async function installService(name) {
  const ours = !existsSync(POLICY);
  if (ours) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return await installPackages(name);
  } finally {
    if (ours) rmSync(POLICY);
  }
}
