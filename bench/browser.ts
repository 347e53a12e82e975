import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/browser.mjs';
import type { BenchOptions } from './bench-options.ts';
import { measureActions } from './browser-actions.ts';
import { type FloorFigures, measureFloor } from './browser-floor.ts';
import { type LoadFigures, measureLoad } from './browser-load.ts';
import { startServers } from './browser-servers.ts';
import { formatLongTasks } from './browser-tasks.ts';
import { formatMs, formatTable, percentile } from './figures.ts';
import { runLighthouse } from './lighthouse.ts';

const LOADS = 10;

/**
 * The built product in a real Chromium, on as many tickets as the largest file that it is tried on: first loads
 * with nothing cached, what people click, and Lighthouse's scores.
 *
 * @param args a file of tickets to serve, one JSON object a line, made-up ones when there is none; and `floor` for the
 * comparison with plain HTML alone
 */
export async function benchBrowser({ args: [file, part] }: BenchOptions): Promise<string> {
  const executablePath = await findBrowser();
  if (executablePath === null) return 'There is no Chromium: install one, or name it in CHROMIUM_PATH.';
  const servers = await startServers(file ?? null);
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const address = `${servers.url}/w/${servers.workspace}/tickets`;
    const floor = formatFloor(await measureFloor(browser, address));
    if (part === 'floor') return floor;
    const loads: LoadFigures[] = [];
    for (let load = 0; load < LOADS; load++) loads.push(await measureLoad(browser, address));
    const actions = await measureActions(browser, address);
    return [
      formatLoads(loads),
      floor,
      formatTable([
        ['200 rows a page, ms until painted', 'in sight p50', 'p95', 'all rows p50', 'p95'],
        ...Object.entries(actions.samples).map(([name, samples]) => [
          name,
          ...spread(
            samples.map(({ inSight }) => inSight),
            formatMs,
          ),
          ...spread(
            samples.map(({ all }) => all),
            formatMs,
          ),
        ]),
      ]),
      `Meanwhile ${formatLongTasks(actions.tasks)}`,
      await formatLighthouse(address, executablePath),
    ].join('\n\n');
  } finally {
    await browser.close();
    servers.stop();
  }
}

function formatLoads(loads: readonly LoadFigures[]): string {
  const row = (name: string, measureOf: (load: LoadFigures) => number, format: (value: number) => string) => [
    name,
    ...spread(loads.map(measureOf), format),
  ];
  const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(1);
  return formatTable([
    [`${loads.length} first loads`, 'p50', 'p95'],
    row('transferred, kB', ({ transfer }) => transfer, kilobytes),
    row('of it scripts, kB', ({ scripts }) => scripts, kilobytes),
    row('largest contentful paint, ms', ({ largestPaint }) => largestPaint, formatMs),
    row('first rows, ms', ({ firstRows }) => firstRows, formatMs),
    row('blocking time, ms', ({ blocking }) => blocking, formatMs),
  ]);
}

function formatFloor({ product, floor, tasks }: FloorFigures): string {
  const row = (name: string, samples: readonly number[]) => [
    name,
    ...spread(samples, formatMs),
    ...[0.5, 0.95].map((share) => (percentile(samples, share) / percentile(floor, share)).toFixed(2)),
  ];
  const table = formatTable([
    [`${floor.length} filter clicks, 50 rows, ms until painted`, 'p50', 'p95', 'of the floor, p50', 'p95'],
    row('the floor: the same answers as plain HTML', floor),
    row(
      'rows in sight',
      product.map(({ inSight }) => inSight),
    ),
    row(
      'all rows',
      product.map(({ all }) => all),
    ),
  ]);
  return `${table}\n\nIn these clicks ${formatLongTasks(tasks)}`;
}

function spread(samples: readonly number[], format: (value: number) => string): string[] {
  return [format(percentile(samples, 0.5)), format(percentile(samples, 0.95))];
}

/** Lighthouse is fetched when it is needed; where that fails, the figures above are no less true. */
async function formatLighthouse(address: string, browser: string): Promise<string> {
  try {
    const { scores, complaints } = await runLighthouse(address, browser);
    const line = Object.entries(scores).map(([title, score]) => `${title} ${score}`);
    return `Lighthouse, as on a desktop: ${[...line, ...complaints].join('; ')}.`;
  } catch (error) {
    const [reason] = error instanceof Error ? error.message.split('\n') : [String(error)];
    return `Lighthouse was not measured: ${reason}`;
  }
}
