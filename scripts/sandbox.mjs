import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { endWithNpm } from './end-with-npm.mjs';
import { ensureInstalled } from './install.mjs';
import { inProject } from './paths.mjs';

// `npm run sandbox -- --help`: the stand-in upstream by itself.
endWithNpm();
ensureInstalled();
ensureBuilt();
await import(pathToFileURL(inProject('dist', 'server', 'sandbox.js')).href);
