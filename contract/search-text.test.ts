import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { MAX_SEARCH_TERMS, parseSearch, readSearchPart, type SearchTerm } from './index.ts';
import { codePoint } from './testing/code-point.ts';

const word = (text: string, excluded = false): SearchTerm => ({ kind: 'word', text, excluded });
const phrase = (text: string, excluded = false): SearchTerm => ({ kind: 'phrase', text, excluded });
const ids = (...numbers: number[]): SearchTerm => ({ kind: 'ids', ids: numbers, excluded: false });

function termsOf(text: string): readonly SearchTerm[] {
  const search = parseSearch(text);
  if (!search.ok) throw new Error(search.error);
  return search.terms;
}

function errorOf(text: string): string | null {
  const search = parseSearch(text);
  return search.ok ? null : search.error;
}

describe('a search', () => {
  it.each<[string, SearchTerm[]]>([
    ['', []],
    [' \n\u00a0 ', []],
    ['\u200b', []],
    ['Refund  NOW', [word('refund'), word('now')]],
    ['1017', [word('1017')]],
    ['1017 1018', [word('1017'), word('1018')]],
    ['1,200', [word('1,200')]],
    ['#12a', [word('#12a')]],
    ['ticket', [word('ticket')]],
    ['say"hello', [word('say"hello')]],
    ['Refund – order', [word('refund'), word('-'), word('order')]],
    ['-refund', [word('refund', true)]],
    ['－refund', [word('refund', true)]],
    ['--', [word('-', true)]],
    ['a-b', [word('a-b')]],
  ])('reads “%s” as words', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  it.each<[string, SearchTerm[]]>([
    ['"quoted  phrase here"', [phrase('quoted phrase here')]],
    ['"one"', [phrase('one')]],
    ['-"not paid" lamp', [phrase('not paid', true), word('lamp')]],
    ['“curly quotes”', [phrase('curly quotes')]],
    ['„deutsch“', [phrase('deutsch')]],
    ['＂全角 括弧＂', [phrase('全角 括弧')]],
    ['"a ""b"" c"', [phrase('a "b" c')]],
    ['"5″ pipe"', [phrase('5" pipe')]],
    ['"x"y', [phrase('x'), word('y')]],
  ])('reads %s as phrases', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  it.each<[string, SearchTerm[]]>([
    ['#1017', [ids(1017)]],
    ['Ticket 1017', [ids(1017)]],
    ['tickets 1017, 1018', [ids(1017, 1018)]],
    ['ticket #1017 refund', [ids(1017), word('refund')]],
    ['1017, 1018', [ids(1017, 1018)]],
    ['1017 , 1018', [ids(1017, 1018)]],
    ['1017;1018; 1017', [ids(1017, 1018)]],
    ['1017\n1018\r\n\r\n1019\n', [ids(1017, 1018, 1019)]],
    ['#1 #2, 3', [ids(1, 2, 3)]],
    ['#1 2', [ids(1), word('2')]],
    ['007, 8', [ids(7, 8)]],
    ['＃１０１７', [ids(1017)]],
    ['１、 ２', [ids(1, 2)]],
    ['1017, refund', [word('1017,'), word('refund')]],
    ['#1017, refund', [ids(1017), word('refund')]],
    ['#١٠١٧', [ids(1017)]],
    ['-#5', [{ kind: 'ids', ids: [5], excluded: true }]],
    ['-5', [word('5', true)]],
  ])('reads %s as ids', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  it.each([
    ['-', 'The “-” stands alone. It goes right before a word or a phrase that is to be left out'],
    ['lamp - refund', 'The “-” stands alone. It goes right before a word or a phrase that is to be left out'],
    ['lamp "not paid', 'The quote before “not paid” has no end'],
    ['“not paid', 'The quote before “not paid” has no end'],
    ['lamp "', 'The last quote opens nothing'],
    ['""', 'There is nothing between the quotes'],
    ['#0', '“0” is not the number of a ticket'],
    ['7, 99999999999999999', '“99999999999999999” is not the number of a ticket'],
  ])('says of “%s” what can’t be obeyed', (text, error) => {
    expect(errorOf(text)).toBe(error);
  });

  it('takes a bounded number of terms, and a list of ids is one', () => {
    expect(errorOf('w '.repeat(MAX_SEARCH_TERMS))).toBeNull();
    expect(errorOf('w '.repeat(MAX_SEARCH_TERMS + 1))).toContain('at most 24 words');
    expect(termsOf(Array.from({ length: 90 }, (_, id) => id + 1).join(', '))).toHaveLength(1);
  });

  it('repeats little of what it can’t obey', () => {
    expect(errorOf(`"${'x'.repeat(10_000)}`)?.length).toBeLessThan(100);
  });
});

test('every part of a text ends after it has begun, and what is asked for is folded', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '-',
      '"',
      '“',
      '”',
      '#',
      '1',
      '12',
      ', ',
      ';',
      '\n',
      ' ',
      'ticket ',
      'a',
      'É',
      '\u200b',
      '𝕏',
    ),
    fc.string({ unit: codePoint, maxLength: 3 }),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (given) => {
      const from = given.search(/\S/);
      fc.pre(from >= 0);
      const part = readSearchPart(given, from);
      expect(part.to).toBeGreaterThan(from);
      expect(part.to).toBeLessThanOrEqual(given.length);
      if (part.term !== null && part.term.kind !== 'ids') {
        expect(part.term.text).toBe(part.term.text.trim().toLowerCase());
        expect(part.term.text).not.toBe('');
      }
    }),
  );
});
