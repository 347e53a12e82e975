import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { installService, mayInstallPackages, updatePackages } from './packages.mjs';

/** Kinds of temporary files, which nginx else keeps where root alone may write. */
const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** The program; null where there is none. Debian has it where only root looks. */
function findNginx() {
  return ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).status === 0) ?? null;
}

/** Whether there is an nginx on this machine. */
export function hasNginx() {
  return findNginx() !== null;
}

/**
 * Installs nginx for the tests, where it is not there: as root on Debian, and only with CI set, since it brings a service,
 * which is not started. Says so where those tests are skipped.
 */
export async function ensureNginx() {
  if (hasNginx()) return;
  if (process.env.CI && mayInstallPackages()) {
    console.log('Installing nginx for the tests (once) …');
    await updatePackages();
    const { ok, output } = await installService('nginx-light');
    if (!ok) console.log(output);
  }
  if (hasNginx()) return;
  console.log('skip   Loopdesk behind nginx: there is none. Install nginx, or set CI as root on Debian.');
}

/**
 * Starts an nginx of our own, in a folder of its own.
 * @param {object} options
 * @param {string} options.http what stands in the block `http`; files are looked for in the folder
 * @param {Record<string, string>} options.files their contents, by name
 * @param {number | 'auto'} [options.workers] one for each core when left out
 * @param {string} options.ready an address that it answers once it is ready, with any status
 */
export async function startNginx({ http, files, workers = 'auto', ready }) {
  const program = findNginx();
  if (program === null) throw new Error('There is no nginx here.');
  const folder = mkdtempSync(join(tmpdir(), 'loopdesk-nginx-'));
  // Started by root, its workers are nobody.
  chmodSync(folder, 0o755);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const paths = TEMPORARY.map((kind) => `${kind}_temp_path ${kind};`).join(' ');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes ${workers}; pid nginx.pid; error_log error.log; events {}
http { access_log off; ${paths}
${http}
}`,
  );
  const args = ['-p', folder, '-e', 'error.log', '-c', 'nginx.conf'];
  const child = spawn(program, args, { stdio: 'inherit' });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`);
    const answer = await fetch(ready).catch(() => null);
    await answer?.arrayBuffer();
    if (answer !== null) break;
    await setTimeout(50);
  }
  return {
    child,
    async stop() {
      child.kill();
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}
