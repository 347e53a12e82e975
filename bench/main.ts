import { benchBrowser } from './browser.ts';
import { benchBundle } from './bundle.ts';
import { benchFiles } from './files.ts';
import { benchFreshness } from './freshness.ts';
import { benchHttp } from './http.ts';
import { describeMachine } from './machine.ts';
import { benchQuery } from './query.ts';
import { benchSoak } from './soak.ts';

/** Measures, and describes what it measured in Markdown. */
type Topic = (args: readonly string[]) => Promise<string> | string;

const TOPICS: Readonly<Record<string, Topic>> = {
  query: benchQuery,
  http: benchHttp,
  files: benchFiles,
  bundle: benchBundle,
  browser: benchBrowser,
  freshness: benchFreshness,
  soak: benchSoak,
};

/** `npm run bench` for all topics, `npm run bench -- query 10000 tickets.ndjson.gz` for one, as asked. */
const [asked, ...args] = process.argv.slice(2);
const names = asked === undefined ? Object.keys(TOPICS) : [asked];

for (const name of names) {
  const topic = TOPICS[name];
  if (topic === undefined) {
    console.error(`There is no benchmark ${name}; there are ${Object.keys(TOPICS).join(', ')}.`);
    process.exit(1);
  }
  // The load is the one before: afterwards it would be our own.
  const machine = describeMachine();
  console.log(`\n## ${name}\n\n${machine}\n\n${await topic(args)}`);
}
