import type { BenchOptions } from './bench-options.ts';
import { benchBrowser } from './browser.ts';
import { benchBundle } from './bundle.ts';
import { benchFiles } from './files.ts';
import { benchFreshness } from './freshness.ts';
import { benchHttp } from './http.ts';
import { describeMachine } from './machine.ts';
import { benchQuery } from './query.ts';
import { benchSoak } from './soak.ts';
import { benchStore } from './store.ts';

/** Measures, and describes what it measured in Markdown. A topic that fails ends the run with an error. */
type Topic = (options: BenchOptions) => Promise<string> | string;

const TOPICS: Readonly<Record<string, Topic>> = {
  query: benchQuery,
  http: benchHttp,
  files: benchFiles,
  bundle: benchBundle,
  browser: benchBrowser,
  freshness: benchFreshness,
  store: benchStore,
  soak: benchSoak,
};

/** The topics that `npm test` tries: those that take seconds if they are tiny. */
const TRIED = ['query', 'http', 'files', 'store', 'bundle'];

/**
 * `npm run bench` for all topics, `npm run bench -- query 10000 tickets.ndjson.gz` for one, as asked; with `--tiny` those
 * that can be tried in seconds.
 */
const given = process.argv.slice(2);
const tiny = given.includes('--tiny');
const [asked, ...args] = given.filter((arg) => arg !== '--tiny');
const all = tiny ? TRIED : Object.keys(TOPICS);

for (const name of asked === undefined ? all : [asked]) {
  const topic = TOPICS[name];
  if (topic === undefined) {
    console.error(`There is no benchmark ${name}; there are ${Object.keys(TOPICS).join(', ')}.`);
    process.exit(1);
  }
  // The load is the one before: afterwards it would be our own.
  const machine = describeMachine();
  console.log(`\n## ${name}\n\n${machine}\n\n${await topic({ args, tiny })}`);
}
