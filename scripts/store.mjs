import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { endWithNpm } from './end-with-npm.mjs';
import { ensureInstalled } from './install.mjs';
import { inProject } from './paths.mjs';

// `npm run store -- --help`: backups of what is stored, and what is erased of it.
endWithNpm();
ensureInstalled();
ensureBuilt();
await import(pathToFileURL(inProject('dist', 'server', 'store.js')).href);
