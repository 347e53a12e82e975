import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** An nginx of our own that serves one file, and compresses it anew for each request. */
export interface Nginx {
  readonly port: number;
  readonly path: string;
  stop(): Promise<void>;
}

/** Whether there is an nginx on this machine. */
export function hasNginx(): boolean {
  return spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status === 0;
}

/** Has nginx serve a body as `gzip on` alone sets it up: a worker for each core, the quickest level. */
export async function startNginx(body: string): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'loopdesk-nginx-'));
  // Started by root, its workers are nobody.
  chmodSync(folder, 0o755);
  const port = await freePort();
  writeFileSync(join(folder, 'list.json'), body);
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port));
  const child = spawn('nginx', ['-p', folder, '-e', 'error.log', '-c', 'nginx.conf'], { stdio: 'inherit' });
  await answering(child, `http://127.0.0.1:${port}/list.json`);
  return {
    port,
    path: '/list.json',
    async stop() {
      child.kill();
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

function configuration(folder: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
    daemon off;
    worker_processes auto;
    pid nginx.pid;
    error_log error.log;
    events {}
    http {
      access_log off;
      types { application/json json; }
      gzip on;
      gzip_types application/json;
      ${temporary.map((kind) => `${kind}_temp_path ${kind};`).join(' ')}
      server { listen 127.0.0.1:${port}; root ${folder}; }
    }`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Resolves once it answers. */
async function answering(child: ChildProcess, address: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`);
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await setTimeout(50);
  }
}
