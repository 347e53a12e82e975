import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from './paths.mjs';
import { productionPackages, readLock } from './production-packages.mjs';
import { makeSbom } from './sbom.mjs';

const { dependencies, devDependencies } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));

test('every package has a checksum, those for other machines too, and none names where it came from', () => {
  const entries = Object.entries(readLock());
  expect(entries.length).toBeGreaterThan(500);
  for (const [path, { integrity, resolved }] of entries) {
    expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-[\w+/]{86}==$/)]);
    expect([path, resolved]).toEqual([path, undefined]);
  }
});

test('the product’s packages are those that it names, and none for development alone', () => {
  const names = productionPackages().map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  for (const name of Object.keys(devDependencies)) expect(names).not.toContain(name);
});

test('the bill of materials has every package of the product with its checksum, and no other', () => {
  const { metadata, components, dependencies: edges } = makeSbom();
  const shipped = new Set(productionPackages().map(({ name, version }) => `${name}@${version}`));
  expect(metadata.component.name).toBe('loopdesk');
  expect(components.map((one) => one['bom-ref']).sort()).toEqual([...shipped].sort());
  for (const { name, hashes } of components) expect([name, hashes]).toEqual([name, [expect.anything()]]);
  const known = new Set([...shipped, metadata.component['bom-ref']]);
  for (const { ref, dependsOn } of edges) for (const one of [ref, ...dependsOn]) expect(known).toContain(one);
});
