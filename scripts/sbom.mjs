import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inProject, ROOT } from './paths.mjs';
import { productionPackages } from './production-packages.mjs';

/** @typedef {{ 'bom-ref': string, name: string, hashes?: object[] }} Component */
/** @typedef {{ ref: string, dependsOn: string[] }} Dependency */
/** @typedef {{ metadata: { component: Component }, components: Component[], dependencies: Dependency[] }} Sbom */

const FILE = inProject('dist', 'sbom.json');
const ARGS = [
  'sbom',
  '--sbom-format=cyclonedx',
  '--sbom-type=application',
  '--package-lock-only',
  '--offline',
];

/**
 * Makes the bill of materials, in CycloneDX: the packages that run in the server or in browsers, each with its checksum.
 * All of it comes from package-lock.json.
 * @returns {Sbom}
 */
export function makeSbom() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  /** @type {Sbom} */
  const all = JSON.parse(execFileSync(npm, ARGS, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 }));
  const own = all.metadata.component;
  const shipped = new Set([
    own['bom-ref'],
    ...productionPackages().map(({ name, version }) => `${name}@${version}`),
  ]);
  // npm calls the project by its folder.
  const component = { ...own, name: own['bom-ref'].replace(/@[^@]+$/, '') };
  return {
    ...all,
    metadata: { ...all.metadata, component },
    components: all.components.filter((one) => shipped.has(one['bom-ref'])),
    dependencies: all.dependencies
      .filter(({ ref }) => shipped.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => shipped.has(one)) })),
  };
}

// `npm run sbom` writes it beside what is built.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(makeSbom(), null, 2)}\n`);
  console.log(`Written: ${FILE}`);
}
