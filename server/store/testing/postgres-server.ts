import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgres } from '../postgres.ts';

/** A real PostgreSQL server with a folder of its own below the system's temporary one. */
export interface PostgresServer {
  readonly url: string;
  start(): Promise<void>;
  /** Kills all its processes, as the end of their machine would. */
  kill(): Promise<void>;
  /** Ends it and removes its folder. */
  remove(): Promise<void>;
}

/** The folder of PostgreSQL's programs: Debian's newest, else that of `pg_config` in the path; null for none. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...versions.map((version) => join(debian, version, 'bin')), askPgConfig()];
  return places.find((place) => existsSync(join(place, 'initdb'))) ?? null;
}

function askPgConfig(): string {
  const { stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return stdout?.trim() || '/nowhere';
}

/** Starts a server that trusts everybody on this machine, and gives fsync up for speed unless it is `safe`. */
export async function startPostgres(bin: string, { safe = false } = {}): Promise<PostgresServer> {
  const directory = mkdtempSync(join(tmpdir(), 'loopdesk-postgres-'));
  const user = rootsUser();
  if (user !== null) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  const options = { cwd: directory, ...user };
  const initialise = ['-D', data, '-U', 'loopdesk', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
  execFileSync(join(bin, 'initdb'), initialise, { ...options, stdio: 'pipe' });
  const port = await findFreePort();
  const url = `postgres://loopdesk@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | null = null;

  async function start(): Promise<void> {
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${directory}`];
    if (!safe) settings.push('fsync=off');
    server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
      ...options,
      stdio: 'ignore',
      detached: true,
    });
    await untilAnswers(url);
  }

  async function end(signal: NodeJS.Signals, all: boolean): Promise<void> {
    const ending = server;
    if (ending?.pid === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = once(ending, 'exit');
    process.kill(all ? -ending.pid : ending.pid, signal);
    await ended;
  }

  await start();
  return {
    url,
    start,
    kill: () => end('SIGKILL', true),
    async remove() {
      await end('SIGQUIT', false);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Who runs it in the place of root, who may not. */
function rootsUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const database = createPostgres(url, { warn: () => {} });
    try {
      await database.query('select 1');
      return;
    } catch (error) {
      if (tries > 300) throw error;
      await sleep(100);
    } finally {
      await database.close();
    }
  }
}
