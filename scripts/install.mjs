import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './paths.mjs';
import { runOrExit } from './run.mjs';

const STAMP = inProject('node_modules', '.loopdesk-installed');

/** Ends with a plain word on a Node that is too old: what follows would fail with a riddle. */
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Loopdesk needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs the packages that package-lock.json names, unless these very ones are there. */
export function ensureInstalled() {
  requireNode();
  const lock = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.log('Installing packages (once, and again after an update) …');
  runOrExit(npm(), ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(STAMP, lock);
}

function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}
