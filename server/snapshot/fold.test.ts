import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, splitWords } from './fold.ts';

describe('folding', () => {
  it('drops case and accents, and nothing else', () => {
    expect(fold('ÉCLAIR e\u0301clair İZMİR Ångström')).toBe('eclair eclair izmir angstrom');
    expect(fold('Straße Ærø 東京 Привет 😀 <b>')).toBe('straße ærø 東京 привет 😀 <b>');
  });

  it('gives the same words before splitting and after, so tokens can be folded one by one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const after = splitWords(text)
          .map(fold)
          .filter((word) => word !== '');
        expect(after).toEqual(splitWords(fold(text)));
      }),
      { numRuns: 2_000 },
    );
  });
});
