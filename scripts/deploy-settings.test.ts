import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { parseEnv as parseEnvFile } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parseAccessFile } from '../server/access/access-file.ts';
import { parseEnv } from '../server/env.ts';
import { variablesSchema } from '../server/env-variables.ts';
import { inProject } from './paths.mjs';

/** Variables of other programs. */
const OTHERS = ['NODE_ENV', 'TZ', 'LOOPDESK_HOST', 'LOOPDESK_UPSTREAM', 'POSTGRES_PASSWORD_FILE'];

const SECRETS: Readonly<Record<string, string>> = {
  'questionpro-api-key': 'key',
  'oidc-client-secret': 'secret',
  'database-url': 'postgres://loopdesk:password@database/loopdesk',
};

const PAGE = readFileSync(inProject('docs', 'deploy.md'), 'utf8');

function read(name: string): string {
  return readFileSync(inProject('deploy', name), 'utf8');
}

/** A secret's content, by the last part of its path. */
function readSecret(path: string): string {
  const secret = SECRETS[path.slice(path.lastIndexOf('/') + 1)];
  if (secret === undefined) throw new Error(`No secret has the path ${path}`);
  return secret;
}

/** Settings that `NAME: value` and `Environment=NAME=value` make in a file. */
function variablesOf(text: string): Record<string, string> {
  const yaml = [...text.matchAll(/^ +([A-Z][A-Z_]+): (.+)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  const lists = [...text.matchAll(/^(?:Environment=|ENV )(.+)$/gm)].flatMap(([, list = '']) =>
    list.split(' ').map((pair) => pair.split('=')),
  );
  return Object.fromEntries([...yaml, ...lists]);
}

const example = parseEnvFile(read('loopdesk.env.example'));
const uncommented = parseEnvFile(read('loopdesk.env.example').replaceAll(/^#(?=[A-Z_]+=)/gm, ''));
const image = variablesOf(read('Dockerfile'));

/** The part of compose.yaml about one service. */
function serviceOf(name: string): string {
  return new RegExp(`^ {2}${name}:\\n(?:(?: {4}.*)?\\n)+`, 'm').exec(read('compose.yaml'))?.[0] ?? '';
}

/** A file after the command with which the page takes a provider's secret out of it. */
function withoutProvider(name: string): string {
  const command = new RegExp(`sed -i '([^']+)' \\S*${name.replace('.', '\\.')}\\b`).exec(PAGE);
  const { stdout } = spawnSync('sed', [command?.[1] ?? 'd'], { input: read(name), encoding: 'utf8' });
  return stdout;
}

describe('what is set is what Loopdesk reads', () => {
  test.each(readdirSync(inProject('deploy')))('in %s', (name) => {
    const set = { ...variablesOf(read(name)), ...(name.endsWith('.env.example') ? uncommented : {}) };
    const known = new Set([...Object.keys(variablesSchema.shape), ...OTHERS]);
    expect(Object.keys(set).filter((variable) => !known.has(variable))).toEqual([]);
  });

  test('by compose, with the image and the example of settings', () => {
    const set = variablesOf(serviceOf('loopdesk'));
    const publicUrl = set.PUBLIC_URL?.replace(/\$\{[^}]*\}/, 'desk.example.com');
    const parsed = parseEnv({ ...image, ...example, ...set, PUBLIC_URL: publicUrl }, readSecret);
    expect(parsed).toMatchObject({
      ok: true,
      env: {
        live: { apiKey: 'key' },
        store: { kind: 'postgres' },
        access: { kind: 'oidc' },
        host: '0.0.0.0',
      },
    });
  });

  test.each(['oidc', 'proxy'])('by systemd, with the example of settings for ACCESS=%s', (kind) => {
    const text = kind === 'proxy' ? withoutProvider('loopdesk.service') : read('loopdesk.service');
    const set = Object.entries({ ...uncommented, ...variablesOf(text), ACCESS: kind });
    const apart = kind === 'proxy' ? 'OIDC_' : 'PROXY_SIGN_OUT_URL';
    const parsed = parseEnv(Object.fromEntries(set.filter(([name]) => !name.startsWith(apart))), readSecret);
    expect(parsed).toMatchObject({
      ok: true,
      env: { live: { apiKey: 'key' }, store: { kind: 'embedded' }, access: { kind }, host: '127.0.0.1' },
    });
  });

  test.each(['loopdesk.service', 'compose.yaml'])(
    'and without a provider nothing of it is left in %s',
    (name) => {
      expect(read(name)).toMatch(/oidc/i);
      expect(withoutProvider(name)).not.toMatch(/oidc/i);
      expect(withoutProvider(name)).toContain('questionpro-api-key');
    },
  );

  test('and the example of grants is an access file for these workspaces', () => {
    expect(parseAccessFile(read('access.example.json'), ['12345', '12346'])).toMatchObject({ ok: true });
  });
});
