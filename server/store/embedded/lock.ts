import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../error-code.ts';
import { StoreInUse } from '../store-in-use.ts';

/** A name of a lock's socket. */
const NAME = /^lock-[\w-]+\.sock$/;

/** The longest address of a socket that all systems take, in bytes. */
const MAX_ADDRESS = 100;

/** A lock that is held. It ends with its process, however that ends. */
export interface DirectoryLock {
  release(): Promise<void>;
}

/**
 * Locks a folder against other processes, those in other containers included: a socket that listens in it is there as long
 * as its process is. Each who wants it listens first and then looks for others, so that of two at least one sees the other.
 *
 * @param patience how long it is waited for one that ends, in milliseconds
 * @throws StoreInUse when another process has it
 */
export async function lockDirectory(directory: string, patience: number): Promise<DirectoryLock> {
  const until = Date.now() + patience;
  for (;;) {
    const lock = await tryToLock(directory);
    if (lock !== null) return lock;
    if (Date.now() >= until) throw new StoreInUse(`Another process uses ${directory}.`);
    // Two that wait for a third do not try at the same time twice.
    await sleep(50 + Math.random() * 200);
  }
}

async function tryToLock(directory: string): Promise<DirectoryLock | null> {
  if (process.platform === 'win32') return tryToLockByPipe(directory);
  // Whoever waits does not stand in the way of others.
  if (await isTaken(directory, null)) return null;
  const name = `lock-${randomUUID().slice(0, 8)}.sock`;
  const server = await withAddress(directory, name, listen);
  const release = async () => {
    await close(server);
    rmSync(join(directory, name), { force: true });
  };
  if (!(await isTaken(directory, name))) return { release };
  await release();
  return null;
}

/** Whether a socket other than `own` is listened to; those of processes that have gone are removed. */
async function isTaken(directory: string, own: string | null): Promise<boolean> {
  const others = readdirSync(directory).filter((name) => NAME.test(name) && name !== own);
  const alive = await Promise.all(others.map((name) => isAlive(directory, name)));
  return alive.includes(true);
}

async function isAlive(directory: string, name: string): Promise<boolean> {
  const code = await withAddress(directory, name, tryToConnect);
  if (code === 'ENOENT') return false;
  if (code !== 'ECONNREFUSED') return true;
  rmSync(join(directory, name), { force: true });
  return false;
}

/** The code of the failure to connect; null for none. */
function tryToConnect(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = createConnection(address, () => {
      socket.destroy();
      resolve(null);
    });
    socket.on('error', (error) => resolve(codeOf(error)));
  });
}

/** Windows has no sockets in folders, but pipes by name, each of which one process can have. */
async function tryToLockByPipe(directory: string): Promise<DirectoryLock | null> {
  const hash = createHash('sha256').update(realpathSync(directory).toLowerCase()).digest('hex');
  try {
    const server = await listen(`\\\\.\\pipe\\loopdesk-${hash}`);
    return { release: () => close(server) };
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    return null;
  }
}

function listen(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(address, () => resolve(server.off('error', reject).unref()));
  });
}

async function close(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
}

/** Hands over the address of a socket in a folder; a path that is too long for one is reached by a short link. */
async function withAddress<Result>(
  directory: string,
  name: string,
  use: (address: string) => Promise<Result>,
): Promise<Result> {
  const path = join(realpathSync(directory), name);
  if (Buffer.byteLength(path) <= MAX_ADDRESS) return use(path);
  const folder = mkdtempSync(join(tmpdir(), 'loopdesk-'));
  try {
    symlinkSync(realpathSync(directory), join(folder, 'd'));
    return await use(join(folder, 'd', name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
