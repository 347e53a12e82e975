import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../scripts/temporary-folder.mjs';

const DIST = fileURLToPath(new URL('../dist/server/', import.meta.url));

/** A built program in a process of its own. */
export interface Program {
  /** Waits for a text that it prints, and answers the pattern's first group. */
  printed(pattern: RegExp): Promise<string>;
  /** Number of log lines of that level. */
  count(level: string): number;
  stop(): Promise<void>;
}

/** Starts a built program in an empty directory, with these settings alone. */
export function startProgram(
  script: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Program {
  const child = spawn(process.execPath, [join(DIST, script), ...args], {
    cwd: temporaryFolder('soak'),
    env: settings,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return {
    async printed(pattern) {
      for (;;) {
        const [, group] = pattern.exec(text) ?? [];
        if (group !== undefined) return group;
        if (child.exitCode !== null) throw new Error(`${script} ended before it was ready: ${text}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    count: (level) => text.split(`"level":"${level}"`).length - 1,
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
