import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SOURCES } from './build.mjs';
import { NODE_VERSIONS } from './node-binaries.mjs';
import { inProject } from './paths.mjs';

const PAGE = readFileSync(inProject('docs', 'deploy.md'), 'utf8');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loopdesk-deploy-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(name: string): string {
  return readFileSync(inProject('deploy', name), 'utf8');
}

function has(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

test('the image has a Node that the product is tried on', () => {
  const [, version] = /^ARG NODE_IMAGE=.*\bnode:([\d.]+)-/m.exec(read('Dockerfile')) ?? [];
  expect(NODE_VERSIONS).toContain(version);
});

test('what the product is built from is in the context of the image, and no secret is', () => {
  const lines = readFileSync(inProject('.dockerignore'), 'utf8').split('\n');
  expect(lines).toContain('*');
  const context = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  expect(SOURCES.filter((source) => !context.includes(source.replace(/\/.*/, '')))).toEqual([]);
  expect(context.filter((path) => path !== '.npmrc' && /^\.|env|secret|deploy/.test(path))).toEqual([]);
});

test('what a new store begins as may be read by whoever runs what another has built', () => {
  const template = inProject('dist', 'store-template');
  const paths = readdirSync(template, { recursive: true, encoding: 'utf8' });
  expect(paths.length).toBeGreaterThan(500);
  const modes = new Set(paths.map((path) => statSync(join(template, path)).mode & 0o777));
  expect([...modes].toSorted()).toEqual([0o644, 0o755]);
});

test('no proxy passes on who a client says it is, or where it says it comes from', () => {
  const names = ['Email', 'Preferred-Username', 'Groups'].map((name) => `X-Forwarded-${name}`);
  for (const name of [...names, 'Forwarded']) {
    expect(read('nginx.conf')).toContain(`proxy_set_header ${name} "";`);
  }
  // Empty without a password, as nginx.spec.ts shows.
  expect(read('nginx.conf')).toContain('proxy_set_header X-Forwarded-User $loopdesk_user;');
  for (const name of [...names, 'X-Forwarded-User', 'Forwarded']) {
    expect(read('Caddyfile')).toContain(`header_up -${name}\n`);
  }
});

test.skipIf(!has('nginx', '-v') || !has('openssl', 'version'))('nginx takes its file', () => {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-keyout', 'key.pem'];
  const subject = ['-subj', '/CN=desk.example.com', '-out', 'certificate.pem'];
  spawnSync('openssl', ['req', '-x509', '-nodes', ...key, ...subject], { cwd: folder });
  let sockets = 0;
  const site = read('nginx.conf')
    .replaceAll(/listen (?:\[::\]:)?\d+/g, () => `listen unix:${folder}/${++sockets}.sock`)
    .replace(/(?<=ssl_certificate )[^;]+/, 'certificate.pem')
    .replace(/(?<=ssl_certificate_key )[^;]+/, 'key.pem')
    .replaceAll('/var/log/nginx/', '');
  expect(sockets).toBe(4);
  writeFileSync(join(folder, 'nginx.conf'), `pid nginx.pid; events {}\nhttp {\n${site}}\n`);
  const args = ['-t', '-p', folder, '-e', 'error.log', '-c', 'nginx.conf'];
  const { status, stderr } = spawnSync('nginx', args, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, expect.stringContaining('test is successful')]);
});

test.skipIf(!existsSync('/usr/bin/node') || !has('systemd-analyze', '--version'))(
  'systemd takes its unit',
  () => {
    const unit = inProject('deploy', 'loopdesk.service');
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
    expect([status, stderr.includes('loopdesk.service:')]).toEqual([0, false]);
  },
);

describe('the page about it', () => {
  test('names every file', () => {
    expect(readdirSync(inProject('deploy')).filter((name) => !PAGE.includes(name))).toEqual([]);
  });

  test.skipIf(!has('openssl', 'version'))('has commands that make what compose asks for', () => {
    const blocks = [...PAGE.matchAll(/^```sh tested\n(.*?)^```$/gms)].map(([, block = '']) => block);
    expect(blocks).toHaveLength(1);
    const deploy = join(folder, 'deploy');
    mkdirSync(deploy);
    for (const name of ['access.example.json', 'loopdesk.env.example']) {
      cpSync(inProject('deploy', name), join(deploy, name));
    }
    for (const block of blocks) {
      const { status, stderr } = spawnSync('sh', ['-eu', '-c', block], { cwd: folder, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
    }
    const asked = [...read('compose.yaml').matchAll(/^ {4}file: (.+)$/gm)].map(([, path = '']) => path);
    expect(asked).toHaveLength(4);
    const made = [...asked, '.env', 'loopdesk.env', 'access/access.json'];
    expect(made.filter((path) => !existsSync(join(deploy, path)))).toEqual([]);
    const password = readFileSync(join(deploy, 'secrets', 'database-password'), 'utf8');
    expect(readFileSync(join(deploy, 'secrets', 'database-url'), 'utf8')).toBe(
      `postgres://loopdesk:${password}@database/loopdesk`,
    );
  });
});
