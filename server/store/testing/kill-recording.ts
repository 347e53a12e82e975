import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Loaded } from './recordings.ts';

/** The program from its source. */
const SOURCE = ['--import', 'tsx', fileURLToPath(new URL('./recording-process.ts', import.meta.url))];

/** A process that was killed while it recorded. */
export interface Killed {
  /** The last recording that it said is kept; 0 for none. */
  readonly kept: number;
  /** All that went wrong before. */
  readonly complaints: string;
}

/**
 * Starts a process that records, and kills it so many milliseconds after its store is open, or after its start.
 *
 * @param url of a database server; empty for the embedded one
 * @param program what Node is to run
 */
export async function killRecording(
  dataDir: string,
  url: string,
  { after, of }: { readonly after: number; readonly of: 'opening' | 'start' },
  program: readonly string[] = SOURCE,
): Promise<Killed> {
  // To compile the database well takes longer than it lives.
  const child = spawn(process.execPath, ['--liftoff-only', ...program, dataDir, url], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let kept = 0;
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const opened = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      kept = Number(line.split(' ')[1]);
      if (line.startsWith('ready')) resolve();
    });
  });
  const ended = once(child, 'close');
  if (of === 'opening') await Promise.race([opened, ended]);
  await sleep(after);
  child.kill('SIGKILL');
  await ended;
  return { kept, complaints };
}

/** The faults of what is stored after a kill: what is lost, half there or there twice. */
export function faultsOf(loaded: Loaded | null, kept: number): string[] {
  const seq = loaded?.head.seq ?? 0;
  const faults: string[] = [];
  const expectEqual = (name: string, found: number, expected: number) => {
    if (found !== expected) faults.push(`${name}: ${found} in place of ${expected}`);
  };
  // One more may have been written than was said.
  if (seq !== kept && seq !== kept + 1)
    faults.push(`recording ${kept} was acknowledged, and ${seq} is stored`);
  const tickets = seq === 0 ? 0 : 999 + seq;
  expectEqual('tickets', loaded?.listed.length ?? 0, tickets);
  expectEqual('recorded tickets', new Set(loaded?.tickets.map(({ id }) => id)).size, tickets);
  expectEqual('changes', loaded?.changes.length ?? 0, Math.max(0, seq - 1) * 100);
  return faults;
}
