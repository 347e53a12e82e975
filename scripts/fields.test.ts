import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from './paths.mjs';

let copy = '';

/** A copy of the sources whose `contract/fields.ts` has a field more. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'loopdesk-fields-'));
  for (const part of ['contract', 'server', 'client', 'tsconfig.json', 'package.json']) {
    cpSync(inProject(part), join(copy, part), { recursive: true });
  }
  symlinkSync(inProject('node_modules'), join(copy, 'node_modules'));
  const path = join(copy, 'contract', 'fields.ts');
  const field =
    "madeUp: { kind: 'text', of: 'type', filter: 'choice', facet: true, sort: true, column: true },";
  writeFileSync(path, readFileSync(path, 'utf8').replace('\n  id: {', `\n  ${field}\n  id: {`));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The files of a side that do not compile; tests are left out. */
function filesThatAsk(side: string): string[] {
  const tsc = inProject('node_modules', '@typescript', 'native', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', side, '--pretty', 'false'], {
    cwd: copy,
    encoding: 'utf8',
  });
  const files = [...stdout.matchAll(/^([^\s(]+)\(\d+,\d+\): error/gm)].map(([, file = '']) => file);
  return [...new Set(files)].filter((file) => !/\.test\.|\/test\/|\/testing\//.test(file)).sort();
}

test('for a field more, the compiler names every place that needs it, and the server needs nothing', () => {
  expect(filesThatAsk('contract')).toEqual([]);
  expect(filesThatAsk('server')).toEqual([]);
  expect(filesThatAsk('client')).toEqual([
    'client/format/fields.ts',
    'client/tickets/cells/cells.tsx',
    'client/tickets/columns/column-styles.ts',
    'client/tickets/export/shown-text.ts',
  ]);
});
