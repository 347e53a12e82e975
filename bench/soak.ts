import { setTimeout as sleep } from 'node:timers/promises';
import { routes, snapshotStatusSchema } from '../contract/index.ts';
import type { BenchOptions } from './bench-options.ts';
import { formatLatency, formatTable } from './figures.ts';
import { type Findings, runClients } from './soak-clients.ts';
import { startProgram } from './soak-process.ts';

const TICKETS = 50_000;
const LATENCY_MS = 200;
/** One call in fifty fails, in one of these ways. */
const FAULT_SHARE = 0.02;
const FAULTS = ['server-error', 'gateway', 'rate-limited', 'reset', 'truncated', 'empty'];
const CLIENTS = 200;
const SECONDS = 60;
/** Clients are at it for so long before anything is measured. */
const WARM_UP_SECONDS = 20;
/** Less than four calls at a time could make, so that the pace is what bounds the first read. */
const CALLS_PER_MINUTE = 600;
const WORKSPACE = '4201';

/** Figures that the product reports about itself. */
interface Vitals {
  /** Bytes. */
  readonly memory: number;
  /** The longest time that the event loop was busy since the last look, in milliseconds. */
  readonly stop: number;
  /** Calls so far, and how many of them failed. */
  readonly calls: number;
  readonly failed: number;
}

/**
 * The built product on the built sandbox with faults, and many clients at once.
 *
 * @param given for how many seconds it is measured; a minute when left out
 */
export async function benchSoak({ args: [given] }: BenchOptions): Promise<string> {
  const seconds = Number(given ?? SECONDS);
  const flags = ['--tickets', String(TICKETS), '--latency', String(LATENCY_MS), '--faults'];
  const sandbox = startProgram('sandbox.js', flags, {});
  const told = (name: string) => sandbox.printed(new RegExp(`${name}='([^']+)'`));
  const baseUrl = await told('QUESTIONPRO_BASE_URL');
  const upstream = new URL(baseUrl).origin;
  await switchFaultsOn(upstream);
  const product = startProgram('main.js', [], {
    PORT: '0',
    QUESTIONPRO_BASE_URL: baseUrl,
    QUESTIONPRO_API_KEY: await told('QUESTIONPRO_API_KEY'),
    QUESTIONPRO_WORKSPACES: WORKSPACE,
    QUESTIONPRO_CALLS_PER_MINUTE: String(CALLS_PER_MINUTE),
    QUESTIONPRO_CALLS_PER_DAY: '1000000',
  });
  try {
    const url = await product.printed(/Loopdesk is at (http:\S+)/);
    const firstRead = await untilWhole(url);
    await runFor(WARM_UP_SECONDS, url);
    const [findings, vitals] = await Promise.all([runFor(seconds, url), watchFor(seconds, url)]);
    const busiest = await readBusiest(upstream);
    return tabulate({ seconds, findings, vitals, busiest, firstRead, logged: product.count('error') });
  } finally {
    await product.stop();
    await sandbox.stop();
  }
}

async function switchFaultsOn(upstream: string): Promise<void> {
  const share = FAULT_SHARE / FAULTS.length;
  const faults = FAULTS.map((kind) => ({ kind, share, ...(kind === 'rate-limited' && { retryAfter: '1' }) }));
  const answer = await fetch(`${upstream}/_faults`, { method: 'POST', body: JSON.stringify(faults) });
  if (!answer.ok) throw new Error(`the sandbox does not know these faults: ${await answer.text()}`);
}

/** Seconds until the first whole snapshot. */
async function untilWhole(url: string): Promise<number> {
  const start = performance.now();
  for (;;) {
    const answer = await fetch(`${url}${routes.snapshot(WORKSPACE)}`);
    const { whole } = snapshotStatusSchema.parse(await answer.json());
    if (whole) return (performance.now() - start) / 1_000;
    await sleep(500);
  }
}

function runFor(seconds: number, url: string): Promise<Findings> {
  const signal = AbortSignal.timeout(seconds * 1_000);
  return runClients(url, { workspace: WORKSPACE, count: CLIENTS, signal });
}

/** The vitals at every second. */
async function watchFor(seconds: number, url: string): Promise<Vitals[]> {
  const vitals: Vitals[] = [];
  for (let second = 0; second < seconds; second++) {
    vitals.push(await readVitals(url));
    await sleep(1_000);
  }
  return vitals;
}

async function readVitals(url: string): Promise<Vitals> {
  const figures = await (await fetch(`${url}/metrics`)).text();
  const sum = (name: string) => {
    const values = [...figures.matchAll(new RegExp(`^${name} (\\S+)$`, 'gm'))].map(([, value]) =>
      Number(value),
    );
    return values.reduce((total, value) => total + value, 0);
  };
  const calls = sum('loopdesk_upstream_call_seconds_count\\{.*\\}');
  return {
    memory: sum('process_resident_memory_bytes'),
    stop: sum('nodejs_eventloop_lag_max_seconds') * 1_000,
    calls,
    failed: calls - sum('loopdesk_upstream_call_seconds_count\\{outcome="ok"\\}'),
  };
}

/** The most calls in any 60 seconds, by the upstream's own count. */
async function readBusiest(upstream: string): Promise<number> {
  const { mostInAMinute } = (await (await fetch(`${upstream}/_calls`)).json()) as { mostInAMinute: number };
  return mostInAMinute;
}

interface Measured {
  readonly seconds: number;
  readonly findings: Findings;
  readonly vitals: readonly Vitals[];
  readonly busiest: number;
  /** Seconds. */
  readonly firstRead: number;
  /** Lines of level error in the product's log. */
  readonly logged: number;
}

function tabulate({ seconds, findings, vitals, busiest, firstRead, logged }: Measured): string {
  const { polls, lists, errors, unchanged } = findings;
  const [first, last] = [vitals[0], vitals.at(-1)];
  if (first === undefined || last === undefined) throw new Error('nothing was measured');
  // Between two collections memory holds garbage too: the lowest of a while is what is in use.
  const lowest = (some: readonly Vitals[]) =>
    (Math.min(...some.map(({ memory }) => memory)) / 1e6).toFixed(0);
  const third = Math.ceil(vitals.length / 3);
  const longestStop = Math.max(...vitals.map(({ stop }) => stop));
  const most = String(CALLS_PER_MINUTE);
  const table = formatTable([
    [`${TICKETS.toLocaleString('en')} tickets, ${CLIENTS} clients, ${seconds} s`, 'measured', 'allowed'],
    ['errors seen by a client', String(errors.length), '0'],
    ['errors in the log', String(logged), '0'],
    ['upstream calls in the busiest 60 s, first read included', String(busiest), most],
    ['upstream calls while measured', String(last.calls - first.calls), ''],
    ['of all upstream calls, failed', `${last.failed} of ${last.calls}`, ''],
    [
      'memory in the first / last third, MB',
      `${lowest(vitals.slice(0, third))} / ${lowest(vitals.slice(-third))}`,
      'flat',
    ],
    ['longest stop of the event loop, ms', longestStop.toFixed(0), ''],
    ['state polled: requests', `${polls.length}, ${unchanged} unchanged`, ''],
    ['state polled: p50 / p99 in ms', formatLatency(polls), ''],
    ['lists by filters not asked before: requests', String(lists.length), ''],
    ['lists by filters not asked before: p50 / p99 in ms', formatLatency(lists), ''],
    ['first whole snapshot after, s', firstRead.toFixed(0), ''],
  ]);
  const told = [...new Set(errors)].slice(0, 10).map((error) => `- ${error}`);
  return told.length === 0 ? table : `${table}\n\n${told.join('\n')}`;
}
