import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { inProject } from '../paths.mjs';

/** A copy of the production sources that differs in some places. */
export interface ChangedCopy {
  /** Writes `after` for `before` in one more file, in the way of {@link copyWithChange}. */
  change(file: string, before: string, after: string): void;
  /** The absolute path of a file of the copy. */
  path(file: string): string;
  /** The files of a side that do not compile, in the order of their names. */
  filesThatAsk(side: 'contract' | 'server' | 'client'): string[];
  remove(): void;
}

/** Whether a file is of the product itself. */
const isProduction = (path: string) => !/\.test\.|[\\/](?:test|testing)$/.test(relative(inProject(), path));

/**
 * Copies the production sources and writes `after` for `before` in one file.
 *
 * @throws Error when that file has no `before`
 */
export function copyWithChange(file: string, before: string, after: string): ChangedCopy {
  const copy = mkdtempSync(join(tmpdir(), 'loopdesk-copy-'));
  for (const part of ['contract', 'server', 'client', 'tsconfig.json', 'package.json']) {
    cpSync(inProject(part), join(copy, part), { recursive: true, filter: isProduction });
  }
  symlinkSync(inProject('node_modules'), join(copy, 'node_modules'));
  const change: ChangedCopy['change'] = (place, from, to) => {
    const text = readFileSync(join(copy, place), 'utf8');
    if (!text.includes(from)) throw new Error(`${place} has no ${JSON.stringify(from)}`);
    writeFileSync(join(copy, place), text.replace(from, to));
  };
  change(file, before, after);

  return {
    change,
    path: (place) => join(copy, place),
    filesThatAsk(side) {
      const tsc = inProject('node_modules', '@typescript', 'native', 'bin', 'tsc');
      // On one thread the compiler takes half of the processor time, and other tests have the other cores.
      // What has not changed since a side was compiled before is not compiled again.
      const info = join(copy, `${side}.tsbuildinfo`);
      const options = [
        '-p',
        side,
        '--pretty',
        'false',
        '--singleThreaded',
        '--incremental',
        '--tsBuildInfoFile',
        info,
      ];
      const { stdout } = spawnSync(process.execPath, [tsc, ...options], { cwd: copy, encoding: 'utf8' });
      const files = [...stdout.matchAll(/^([^\s(]+)\(\d+,\d+\): error/gm)].map(([, path = '']) => path);
      return [...new Set(files)].sort();
    },
    remove: () => rmSync(copy, { recursive: true, force: true }),
  };
}
