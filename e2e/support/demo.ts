import { setTimeout as sleep } from 'node:timers/promises';
import { startProduct } from './servers.ts';

/** The variable in which the processes that run the tests find the address. */
const VARIABLE = 'LOOPDESK_DEMO_URL';

/** Milliseconds in which the demo must have read its tickets: seconds, on a busy machine. */
const PATIENCE_MS = 60_000;

/** The address of the demo that was started before the tests. */
export function demoUrl(): string {
  const url = process.env[VARIABLE];
  if (url === undefined) throw new Error('The demo was not started.');
  return url;
}

/** Starts the demo before the tests, and gives what ends it after them. */
export default async function startDemo(): Promise<() => Promise<void>> {
  const demo = await startProduct();
  process.env[VARIABLE] = demo.url;
  // Ended by a signal, this process would leave it running.
  process.once('SIGTERM', () => process.exit(143));
  for (const began = Date.now(); !(await isWhole(demo.url)); await sleep(50)) {
    if (Date.now() - began > PATIENCE_MS) throw new Error(`The demo was not read. ${demo.output()}`);
  }
  return demo.stop;
}

/** Whether the demo has read all its tickets: before that it may answer with some of them, or none. */
async function isWhole(url: string): Promise<boolean> {
  const response = await fetch(`${url}/api/workspaces/4201/snapshot`);
  return response.ok && ((await response.json()) as { readonly whole: boolean }).whole;
}
