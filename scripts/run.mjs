import { spawn, spawnSync } from 'node:child_process';
import { ROOT } from './paths.mjs';

/**
 * Runs a command in the project's folder with its output shown, and ends this process when it fails.
 * @param {string} command
 * @param {string[]} args
 */
export function runOrExit(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
  if (error || status !== 0) {
    console.error(`\n"${command} ${args.join(' ')}" failed${error ? `: ${error.message}` : ''}.`);
    process.exit(status ?? 1);
  }
}

/**
 * Runs a command in the project's folder and gathers what it prints.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runQuietly(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const gather = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * Starts a command that goes on beside this one, its output shown.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [environment]
 */
export function start(command, args, environment = {}) {
  return spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...environment } });
}
