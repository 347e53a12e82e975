import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { endWithNpm } from './end-with-npm.mjs';
import { ensureInstalled } from './install.mjs';
import { inProject } from './paths.mjs';

// `npm start`: everything a fresh clone needs, then the product, in this very process so that signals reach it.
endWithNpm();
ensureInstalled();
ensureBuilt();
await import(pathToFileURL(inProject('dist', 'server', 'main.js')).href);
