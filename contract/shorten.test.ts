import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from './shorten.ts';
import { codePoint } from './testing/code-point.ts';

test('what is longer is cut between two characters, and marked; the rest is as it was', () => {
  expect(shorten('abc', 3)).toBe('abc');
  expect(shorten('abcd', 3)).toBe('abc…');
  expect(shorten('a👍cd', 3)).toBe('a👍…');
  expect(shorten('a👍cd', 2, ' (cut)')).toBe('a (cut)');
  fc.assert(
    fc.property(fc.string({ unit: codePoint, maxLength: 40 }), fc.nat(80), (text, most) => {
      const shown = shorten(text, most, '');
      expect(text.startsWith(shown)).toBe(true);
      expect(shown.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
      expect(shown.length).toBeLessThanOrEqual(most);
      // Half of a pair is a letter of no kind.
      expect(shown).not.toMatch(/\p{Cs}/u);
    }),
  );
});
