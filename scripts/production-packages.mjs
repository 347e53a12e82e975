import { readFileSync } from 'node:fs';
import { inProject } from './paths.mjs';

/** @typedef {{ version: string, integrity?: string, resolved?: string, dev?: boolean, devOptional?: boolean }} Entry */

/** @typedef {{ path: string, name: string, version: string }} Package */

/**
 * Reads the entries of package-lock.json, but for the project's own, by their places.
 * @returns {Record<string, Entry>}
 */
export function readLock() {
  const { '': _, ...entries } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages;
  return entries;
}

/**
 * Lists the packages of the product: what `npm ci --omit=dev` installs. `npm ls` and `npm sbom` cannot be asked: with
 * `--omit=dev` they leave out what a package for development needs as well, as they do with react and zod.
 * @returns {Package[]}
 */
export function productionPackages() {
  return Object.entries(readLock())
    .filter(([, { dev, devOptional }]) => !dev && !devOptional)
    .map(([path, { version }]) => ({ path, name: path.replace(/.*node_modules\//, ''), version }));
}
