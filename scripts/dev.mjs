import { endWithNpm } from './end-with-npm.mjs';
import { ensureInstalled } from './install.mjs';
import { inProject } from './paths.mjs';
import { start } from './run.mjs';

/** Port of the API in development; Vite serves the screens and proxies its requests. */
const API_PORT = process.env.LOOPDESK_API_PORT ?? '3001';

// `npm run dev`: both sides reload on a change.
endWithNpm();
ensureInstalled();
const bin = (/** @type {string[]} */ ...parts) => inProject('node_modules', ...parts);
const server = start(process.execPath, [bin('tsx', 'dist', 'cli.mjs'), 'watch', 'server/main.ts'], {
  PORT: API_PORT,
});
const client = start(process.execPath, [bin('vite', 'bin', 'vite.js')], { LOOPDESK_API_PORT: API_PORT });

const stop = () => {
  server.kill('SIGTERM');
  client.kill('SIGTERM');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
// One without the other is no use.
server.on('exit', stop);
client.on('exit', stop);
