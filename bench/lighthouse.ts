import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../scripts/temporary-folder.mjs';

/** Fetched when it is asked for: with all that it brings it is as large as everything else that is developed with. */
const LIGHTHOUSE = 'lighthouse@12.8.2';

export interface LighthouseFigures {
  /** 0 to 100 by category. */
  readonly scores: Readonly<Record<string, number>>;
  /** The audits that cost points, in Lighthouse's words. */
  readonly complaints: readonly string[];
}

interface Report {
  readonly categories: Readonly<
    Record<string, { title: string; score: number | null; auditRefs: { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<Record<string, { title: string; score: number | null; displayValue?: string }>>;
}

/**
 * Lighthouse's verdict on an address, with its settings for desktops.
 *
 * @param browser the path of a Chromium
 * @throws Error when it cannot be fetched or run
 */
export async function runLighthouse(address: string, browser: string): Promise<LighthouseFigures> {
  const file = join(temporaryFolder('lighthouse'), 'report.json');
  const flags = ['--no-sandbox', '--headless=new', '--disable-gpu'];
  await promisify(execFile)(
    process.platform === 'win32' ? 'npx.cmd' : 'npx',
    [
      '--yes',
      LIGHTHOUSE,
      address,
      '--quiet',
      '--preset=desktop',
      '--only-categories=performance,accessibility,best-practices',
      '--output=json',
      `--output-path=${file}`,
      `--chrome-flags=${flags.join(' ')}`,
      '--no-enable-error-reporting',
    ],
    { env: { ...process.env, CHROME_PATH: browser }, maxBuffer: 2 ** 26 },
  );
  return readReport(JSON.parse(readFileSync(file, 'utf8')) as Report);
}

function readReport({ categories, audits }: Report): LighthouseFigures {
  const all = Object.values(categories);
  const costly = all.flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return {
    scores: Object.fromEntries(all.map(({ title, score }) => [title, Math.round((score ?? 0) * 100)])),
    complaints: costly.flatMap(({ id }) => {
      const audit = audits[id];
      if (audit === undefined || audit.score === null || audit.score >= 0.9) return [];
      return [`${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`];
    }),
  };
}
