import { describe, expect, test } from 'vitest';
import { parseFilters } from './parse-filters.ts';
import { knownFacets } from './testing/known-facets.ts';

function parse(text: string) {
  return parseFilters(text, knownFacets, 'Europe/Berlin');
}

function messages(text: string): string[] {
  const parsed = parse(text);
  return parsed.ok ? [] : parsed.errors.map(({ message }) => message);
}

/** The text with every error replaced as it proposes. */
function mended(text: string): string {
  const parsed = parse(text);
  if (parsed.ok) return text;
  return parsed.errors.reduceRight(
    (whole, { from, to, replacement }) =>
      replacement === null ? whole : whole.slice(0, from) + replacement + whole.slice(to),
    text,
  );
}

describe('an error', () => {
  test.each([
    ['stats:new', /“stats” is no filter/],
    ['colour:red', /“colour” is no filter; there are priority, status/],
    ['status:', /“status:” needs a value.*status:new/],
    ['status: new', /“status:” needs a value/],
    ['status:new,', /needs a value/],
    ['status:nwe', /“status” has no value “nwe”/],
    ['assignee:zebra', /“assignee” has no value “zebra”; it has Ann Smith, .* and others/],
    ['assignee:"ann smith"', /several values called “ann smith”: ann@example.com \(Ann Smith\), ann.2@/],
    ['age:old', /“age” has no value “old”; it has 0-1, 1-3, 3-7, 7-30, 30-90, 90\+/],
    ['overdue:maybe', /“overdue” takes yes or no; “maybe”/],
    ['overdue:yes,no', /“yes,no” is not/],
    ['overdue:yes overdue:no', /“overdue” can be given once only/],
    ['-issued:today', /“-issued:” is not possible/],
    ['issued:2026-02-30', /“issued” takes today/],
    ['issued:1..2..3', /“issued” takes today/],
    ['id:x', /“id” takes ticket numbers/],
    ['customer:ann', /a name is searched for by itself/],
    ['changed:today', /“changed” takes a day/],
    ['deleted:yes', /“deleted” takes include/],
    ['type:"MANUAL', /The quote before “MANUAL” has no end/],
    ['lamp "', /The last quote opens nothing/],
    ['lamp "is out', /The quote before “is out” has no end/],
    ['lamp -"is out', /The quote before “is out” has no end/],
    ['lamp ""', /There is nothing between the quotes/],
    ['lamp - refund', /The “-” stands alone/],
    ['#0', /“0” is not the number of a ticket/],
    ['id:7, 99999999999999999', /“id” takes ticket numbers/],
    ['#7 lamp #8', /Put all of them in one list, like #1017, #1018/],
    ['id:7 #8', /Put all of them in one list/],
    ['-id:7', /“-id:” is not possible/],
    ['w '.repeat(25), /A search takes at most 24 words; these are 25/],
    [`${'word '.repeat(101)}`, /at most 500 characters; these words have 504/],
    [`type:"${'x'.repeat(501)}"`, /at most 500 characters/],
  ])('of %s names the word', (text, message) => {
    expect(messages(text)).toEqual([expect.stringMatching(message)]);
  });

  test('names all errors, each with its place', () => {
    const parsed = parse('lamp stats:new age:5 refund');
    expect(parsed.ok ? [] : parsed.errors.map(({ from, to }) => [from, to])).toEqual([
      [5, 14],
      [19, 20],
    ]);
  });

  test.each([
    ['stats:new', 'status:new'],
    ['-prio:high', '-priority:high'],
    ['status:nwe', 'status:new'],
    ['type:manul', 'type:manual'],
    ['type:TICKET', 'type:"MANUAL TICKET"'],
    ['assignee:"Bbo"', 'assignee:Bob'],
    ['colour:red', '"colour:red"'],
    ['age:5,100', 'age:3-7,90+'],
    ['-re:lamp', '-"re:lamp"'],
    ['lamp "is out ', 'lamp "is out"'],
    ['lamp -“is out ', 'lamp -"is out"'],
    ['lamp - refund', 'lamp "-" refund'],
    ['#0 lamp', '"#0" lamp'],
    ['-id:7,8', '-#7, 8'],
    ['status:new, open', 'status:new,open'],
    ['status: new', 'status:new'],
    ['id: 1017, 1018', 'id:1017, 1018'],
    ['issued: today', 'issued:today'],
  ])('of %s proposes %s', (text, better) => {
    expect(mended(text)).toBe(better);
    expect(parse(better).ok).toBe(true);
  });

  test.each(['id:;#1 x', 'status:, "a"', 'id:"" ""', 'status:,"new"x', 'id:,-#1'])(
    'of %s is found',
    (text) => {
      expect(parse(text).ok).toBe(false);
    },
  );

  test('stays short however long the word is', () => {
    for (const message of messages(
      `${'x'.repeat(9_000)}:y status:${'y'.repeat(400)} id:${'z'.repeat(9_000)}`,
    )) {
      expect(message.length).toBeLessThan(600);
    }
  });
});
