import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePoint } from '../../contract/testing/code-point.ts';
import { truncateText } from './truncate-text.ts';

const LONE_SURROGATE = /\p{Surrogate}/u;

test('a cut says how much is gone', () => {
  expect(truncateText('abcdef', 4)).toBe('abcd … [cut: 2 more characters]');
  expect(truncateText('abcdef', 5)).toBe('abcde … [cut: 1 more character]');
});

test('no cut parts the two halves of a character, and none joins or changes what is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint, minLength: 2 }), fc.nat(), (text, place) => {
      const most = place % text.length;
      const [, kept = '', gone] =
        /^(.*) … \[cut: (\d+) more characters?\]$/su.exec(truncateText(text, most)) ?? [];
      expect(text.startsWith(kept)).toBe(true);
      expect(kept.length + Number(gone)).toBe(text.length);
      expect(most - kept.length).toBeLessThanOrEqual(1);
      if (!LONE_SURROGATE.test(text)) expect(kept).not.toMatch(LONE_SURROGATE);
    }),
  );
});

test('a lone surrogate stays as it is', () => {
  expect(truncateText('a\uD800b\uDC00c', 4)).toBe('a\uD800b\uDC00 … [cut: 1 more character]');
  expect(truncateText('\u{1F469}\u{1F469}', 3)).toBe('\u{1F469} … [cut: 2 more characters]');
});
