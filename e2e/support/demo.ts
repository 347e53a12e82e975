import { setTimeout as sleep } from 'node:timers/promises';
import { startProduct } from './servers.ts';

/** The variable in which the processes that run the tests find the address. */
const VARIABLE = 'LOOPDESK_DEMO_URL';

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
  while (!(await isWhole(demo.url))) await sleep(50);
  return demo.stop;
}

/** Whether the demo has read all its tickets: before that it may answer with some of them, or none. */
async function isWhole(url: string): Promise<boolean> {
  const response = await fetch(`${url}/api/workspaces/4201/snapshot`);
  return response.ok && ((await response.json()) as { readonly whole: boolean }).whole;
}
