import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, splitWords } from './fold.ts';

/** Any at all, and often one that splits words, or that folding changes or drops. */
const character = fc.oneof(
  fc.constantFrom(...' \t\n\u00a0\u3000\u0301\u0307\u200baÉİßŁﬁ¨´˚'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);

describe('folding', () => {
  it('drops case and accents, and nothing else', () => {
    expect(fold('ÉCLAIR e\u0301clair İZMİR Ångström')).toBe('eclair eclair izmir angstrom');
    expect(fold('Straße Ærø 東京 Привет 😀 <b>')).toBe('straße ærø 東京 привет 😀 <b>');
  });

  it('gives the same words before splitting and after, so tokens can be folded one by one', () => {
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 30 }), (text) => {
        const after = splitWords(text)
          .map(fold)
          .filter((word) => word !== '');
        expect(after).toEqual(splitWords(fold(text)));
      }),
      { numRuns: 2_000 },
    );
  });
});
