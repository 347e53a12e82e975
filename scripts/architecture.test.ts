import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import configuration from '../.dependency-cruiser.mjs';
import { inProject } from './paths.mjs';

/** For each rule a file that breaks it, and the import that does. */
const OFFENCES: Readonly<Record<string, readonly [file: string, imported: string]>> = {
  'walls of contract/': ['contract/a.ts', '../server/http/innocent.ts'],
  'walls of server/upstream/': ['server/upstream/a.ts', '../snapshot/innocent.ts'],
  'walls of server/sync/': ['server/sync/a.ts', '../http/innocent.ts'],
  'walls of server/snapshot/': ['server/snapshot/a.ts', '../query/innocent.ts'],
  'walls of server/query/': ['server/query/a.ts', '../http/innocent.ts'],
  'walls of server/report/': ['server/report/a.ts', '../sync/innocent.ts'],
  'walls of server/access/': ['server/access/a.ts', '../http/innocent.ts'],
  'walls of server/files/': ['server/files/a.ts', '../query/innocent.ts'],
  'walls of server/http/': ['server/http/a.ts', '../sync/innocent.ts'],
  'walls of server/sandbox/': ['server/sandbox/a.ts', '../upstream/innocent.ts'],
  'walls of server/store/': ['server/store/a.ts', '../upstream/innocent.ts'],
  'walls of server/history/': ['server/history/a.ts', '../query/innocent.ts'],
  'walls of server/recorder/': ['server/recorder/a.ts', '../query/innocent.ts'],
  'walls of server/lease/': ['server/lease/a.ts', '../sync/innocent.ts'],
  'walls of server/error-code.ts': ['server/error-code.ts', './http/innocent.ts'],
  'walls of server/env[w-]*.ts': ['server/env.ts', './http/innocent.ts'],
  'walls of server/app.ts': ['server/app.ts', './sync/innocent.ts'],
  'walls of server/(main|banner|build-[w-]+|demo-past|logger|shutdown|store-cli).ts': [
    'server/main.ts',
    '../client/ui/innocent.ts',
  ],
  'walls of client/design/': ['client/design/a.ts', '../ui/innocent.ts'],
  'walls of client/base/': ['client/base/a.ts', '../ui/innocent.ts'],
  'walls of client/ui/': ['client/ui/a.ts', '../api/innocent.ts'],
  'walls of client/format/': ['client/format/a.ts', '../ui/innocent.ts'],
  'walls of client/clock/': ['client/clock/a.ts', '../ui/innocent.ts'],
  'walls of client/api/': ['client/api/a.ts', '../tickets/innocent.ts'],
  'walls of client/address/': ['client/address/a.ts', '../api/innocent.ts'],
  'walls of client/badges/': ['client/badges/a.ts', '../design/innocent.ts'],
  'walls of client/storage/': ['client/storage/a.ts', '../design/innocent.ts'],
  'walls of client/settings/': ['client/settings/a.ts', '../design/innocent.ts'],
  'walls of client/commands/': ['client/commands/a.ts', '../design/innocent.ts'],
  'walls of client/access/': ['client/access/a.ts', '../tickets/innocent.ts'],
  'walls of client/account/': ['client/account/a.ts', '../tickets/innocent.ts'],
  'walls of client/workspace/': ['client/workspace/a.ts', '../design/innocent.ts'],
  'walls of client/filters/': ['client/filters/a.ts', '../design/innocent.ts'],
  'walls of client/snapshot/': ['client/snapshot/a.ts', '../design/innocent.ts'],
  'walls of client/states/': ['client/states/a.ts', '../design/innocent.ts'],
  'walls of client/views/': ['client/views/a.ts', '../design/innocent.ts'],
  'walls of client/palette/': ['client/palette/a.ts', '../design/innocent.ts'],
  'walls of client/frame/': ['client/frame/a.ts', '../design/innocent.ts'],
  'walls of client/overview/': ['client/overview/a.ts', '../design/innocent.ts'],
  'walls of client/people/': ['client/people/a.ts', '../design/innocent.ts'],
  'walls of client/handoffs/': ['client/handoffs/a.ts', '../design/innocent.ts'],
  'walls of client/trends/': ['client/trends/a.ts', '../tickets/innocent.ts'],
  'walls of client/monday/': ['client/monday/a.ts', '../tickets/innocent.ts'],
  'walls of client/triage/': ['client/triage/a.ts', '../design/innocent.ts'],
  'walls of client/tickets/': ['client/tickets/a.ts', '../design/innocent.ts'],
  'walls of client/(main|app|screen-at-address|screen-parts).tsx': [
    'client/app.tsx',
    '../server/http/innocent.ts',
  ],
  'walls of e2e/': ['e2e/a.ts', '../server/http/innocent.ts'],
  'walls of bench/': ['bench/a.ts', '../client/ui/innocent.ts'],
  'walls of scripts/': ['scripts/a.ts', '../server/http/innocent.ts'],
  'tests keep to their side': ['server/http/a.test.ts', '../../client/ui/innocent.ts'],
  'no cycles': ['server/http/cycle-back.ts', './cycle.ts'],
  'pure rooms': ['server/query/impure.ts', 'node:fs'],
  'no Node in the browser': ['client/ui/node.ts', 'node:path'],
  'no tests in the product': ['server/http/untested.ts', './a.test.ts'],
  'no development packages in the product': ['server/http/development.ts', 'vitest'],
  'nothing unresolved': ['server/http/lost.ts', './nowhere.ts'],
};

const INNOCENT = ['server/http', 'server/snapshot', 'server/query', 'server/sync', 'server/upstream'].concat([
  'client/ui',
  'client/api',
  'client/tickets',
  'client/design',
]);

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loopdesk-architecture-'));
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'));
  symlinkSync(inProject('package.json'), join(folder, 'package.json'));
  for (const room of INNOCENT) write(`${room}/innocent.ts`, 'export const innocent = true;');
  write('server/http/cycle.ts', "import './cycle-back.ts';");
  for (const [file, imported] of Object.values(OFFENCES)) write(file, `import '${imported}';`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('there is a proof for every rule of the architecture', () => {
  const rules = configuration.forbidden?.map(({ name }) => name);
  expect(Object.keys(OFFENCES).toSorted()).toEqual(rules?.toSorted());
});

test('every rule of the architecture fires on a file that breaks it', async () => {
  const fired = await cruise();
  const expected = Object.entries(OFFENCES).map(([rule, [file]]) => `${rule}: ${file}`);
  expect(fired).toEqual(expect.arrayContaining(expected));
}, 30_000);

/** The rules that were broken, each with the file that broke it. */
async function cruise(): Promise<string[]> {
  const cli = inProject('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const config = inProject('.dependency-cruiser.mjs');
  const folders = ['client', 'contract', 'server', 'e2e', 'bench', 'scripts'];
  const args = [cli, '--config', config, '--output-type', 'json', ...folders];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: { stdout: string }) => error);
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

function write(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text}\n`);
}
