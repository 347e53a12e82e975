import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf, shorten } from './shorten.ts';
import { codePoint } from './testing/code-point.ts';

test('a text is cut between two characters, at most one place before the length that is asked for', () => {
  expect(beginningOf('abc', 2)).toBe('ab');
  expect(beginningOf('a👍c', 2)).toBe('a');
  expect(beginningOf('a👍c', 3)).toBe('a👍');
  fc.assert(
    fc.property(fc.string({ unit: codePoint, maxLength: 40 }), fc.nat(80), (text, most) => {
      const beginning = beginningOf(text, most);
      expect(text.startsWith(beginning)).toBe(true);
      expect(beginning.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
      // Half of a pair is a letter of no kind.
      expect(beginning).not.toMatch(/\p{Cs}/u);
    }),
  );
});

test('only what is cut is marked as such', () => {
  expect(shorten('abc', 3)).toBe('abc');
  expect(shorten('abcd', 3)).toBe('abc…');
});
