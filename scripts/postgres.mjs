import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { installService, mayInstallPackages, updatePackages } from './packages.mjs';

/**
 * Installs PostgreSQL for the tests of the store, where it is not there: as root on Debian, and only with CI set, since it
 * brings a service, which is not started. Says so where those tests are skipped.
 */
export async function ensurePostgres() {
  if (hasPostgres()) return;
  if (process.env.CI && mayInstallPackages()) {
    console.log('Installing PostgreSQL for the tests (once) …');
    await updatePackages();
    const { ok, output } = await installService('postgresql');
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
