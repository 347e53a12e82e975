import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from './steps.ts';
import { makeTextTable, textsContaining } from './text-table.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 4 });

describe('a table of texts', () => {
  it('finds each text that contains a part once, and never across two texts', () => {
    fc.assert(
      fc.property(fc.array(text), text, (texts, part) => {
        fc.pre(part !== '');
        const table = finish(makeTextTable(texts.length, (index) => texts[index] ?? ''));
        const expected = [...texts.keys()].filter((index) => texts[index]?.includes(part));
        expect([...textsContaining(table, part)]).toEqual(expected);
      }),
    );
  });
});
