import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_DEPTH, MAX_VALUES_PER_RECORD, maxRecords } from './limits.ts';
import { createPageGauge } from './page-gauge.ts';

const MAX_VALUES = maxRecords(100) * MAX_VALUES_PER_RECORD;

function fits(text: string, chunk = 65_536): boolean {
  const bytes = Buffer.from(text);
  const gauge = createPageGauge(100);
  for (let at = 0; at < bytes.length; at += chunk)
    if (!gauge.fits(bytes.subarray(at, at + chunk))) return false;
  return true;
}

/** That many objects and lists within each other. */
function nested(depth: number): string {
  return `${'[{"x":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`;
}

test('a page of as many records as may be asked for fits', () => {
  const record = { id: 1, description: 'x, [y], {z}: "quoted", \\ and more'.repeat(200) };
  expect(fits(JSON.stringify({ data: Array(1000).fill(record) }))).toBe(true);
});

test.each(['1', '{}', '[]', '""', 'null'])('millions of %s do not fit', (value) => {
  expect(fits(`[${`${value},`.repeat(MAX_VALUES + 1)}1]`)).toBe(false);
});

test('values may lie as deep as the bound, and no deeper', () => {
  expect(fits(nested(MAX_DEPTH))).toBe(true);
  expect(fits(nested(MAX_DEPTH + 2))).toBe(false);
  expect(fits('['.repeat(10_000_000))).toBe(false);
});

test('what stands in texts counts for nothing, however the bytes are cut', () => {
  const text = fc.string({ unit: fc.constantFrom('\\', '"', '[', '{', 'u', 'ü', ',') });
  fc.assert(
    fc.property(fc.array(text, { minLength: 40 }), fc.integer({ min: 1, max: 9 }), (texts, chunk) => {
      // Each text alone would be far too deep if a quote in it were taken for its end.
      const deep = texts.map((one) => `${one}"${'['.repeat(MAX_DEPTH)}`);
      expect(fits(JSON.stringify(deep), chunk)).toBe(true);
      expect(fits(`${JSON.stringify(deep)}${'['.repeat(MAX_DEPTH + 1)}`, chunk)).toBe(false);
    }),
  );
});
