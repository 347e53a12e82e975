import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressFiles } from './compress.mjs';

test('beside each file of text that is worth it lie its two encodings', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loopdesk-compress-'));
  const long = 'ü '.repeat(1_000);
  mkdirSync(join(folder, 'assets'));
  for (const name of ['index.html', 'assets/a.js', 'assets/font.woff2', 'assets/a.css']) {
    writeFileSync(join(folder, name), long);
  }
  writeFileSync(join(folder, 'small.js'), 'export {};');
  await compressFiles(folder);
  const names = (ends: RegExp) =>
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => ends.test(name));
  const encoded = ['assets/a.css', 'assets/a.js', 'index.html'];
  expect(names(/\.br$/).sort()).toEqual(encoded.map((name) => `${name}.br`));
  expect(names(/\.gz$/).sort()).toEqual(encoded.map((name) => `${name}.gz`));
  for (const name of encoded) {
    expect(String(brotliDecompressSync(readFileSync(join(folder, `${name}.br`))))).toBe(long);
    expect(String(gunzipSync(readFileSync(join(folder, `${name}.gz`))))).toBe(long);
  }
  rmSync(folder, { recursive: true });
});
