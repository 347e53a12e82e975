import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { installPackages, mayInstallPackages, updatePackages } from './packages.mjs';

/** A program that says whether a service may be started when its package is installed. */
const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Installs PostgreSQL for the tests of the store, where it is not there: as root on Debian, and only with CI set, since it
 * brings a service, which is not started. Says so where those tests are skipped.
 */
export async function ensurePostgres() {
  if (hasPostgres()) return;
  if (process.env.CI && mayInstallPackages()) {
    console.log('Installing PostgreSQL for the tests (once) …');
    await updatePackages();
    const { ok, output } = await withoutServices(() => installPackages('postgresql'));
    if (!ok) console.log(output);
  }
  if (hasPostgres()) return;
  console.log(
    'skip   the store on a PostgreSQL server: there is none. Install postgresql, or set CI as root on Debian.',
  );
}

function hasPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  return (
    versions.some((version) => existsSync(`${debian}/${version}/bin/initdb`)) ||
    spawnSync('pg_config', ['--bindir']).status === 0
  );
}

/**
 * @template Result
 * @param {() => Promise<Result>} install
 */
async function withoutServices(install) {
  const ours = !existsSync(POLICY);
  if (ours) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return await install();
  } finally {
    if (ours) rmSync(POLICY);
  }
}
