import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { COLUMNS, DEFAULT_QUERY, parseSearch, type TicketQuery } from '../../contract/index.ts';
import { codePoint } from '../../contract/testing/code-point.ts';
import { formatAddress, parseAddress } from './address.ts';
import { MAX_LINK_ERRORS, readLink } from './read-link.ts';

/** The query of a link once a browser has it, without what it leaves as it is. */
function asked(link: string): Partial<TicketQuery> | readonly string[] {
  const { pathname, search } = new URL(link, 'http://127.0.0.1');
  const address = parseAddress(pathname, search);
  if (address === null) return ['nowhere'];
  if (!address.query.ok) return address.query.errors.map(({ message }) => message);
  const changed = Object.entries(address.query.query).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULT_QUERY[key as keyof TicketQuery]),
  );
  return Object.fromEntries(changed);
}

const LIST = '/w/1/tickets';

describe('a link as people pass it on', () => {
  it.each([
    '?priority=HIGH&utm_source=teams&fbclid=x%20y&=z&flag',
    '?utm_source=teams&amp;priority=HIGH',
    '?&amp;priority=HIGH&amp;amp;gclid=1',
    '?Priority=HIGH&PAGE=1',
    '?+priority=HIGH',
    '?%E2%80%8Bpriority=HIGH',
    '?priority=HIGH&priority=HIGH',
    '?priority=HIGH#top',
    '?priority%3DHIGH%26utm_source%3Dteams',
    '?priority%253DHIGH',
    ...[
      ')',
      '.',
      ',',
      '>',
      ']',
      '"',
      "'",
      '!',
      ';',
      '*',
      '**',
      ').',
      '">',
      '…',
      '’',
      '”',
      '_',
      '?',
      ':',
      '`',
      '|',
      '。',
    ].map((end) => `?priority=HIGH${end}`),
  ])('%s asks for urgent tickets', (search) => {
    expect(asked(`${LIST}${search}`)).toEqual({ priority: ['HIGH'] });
  });

  it.each<[string, Partial<TicketQuery>]>([
    ['?q=refund+late', { q: 'refund late' }],
    ['?q=refund%20late', { q: 'refund late' }],
    ['?q="quoted phrase"', { q: '"quoted phrase"' }],
    ['?q="quoted phrase")', { q: '"quoted phrase"' }],
    ['?q="quoted phrase""', { q: '"quoted phrase"' }],
    ['?q=(hall)', { q: '(hall)' }],
    ['?q=(hall))', { q: '(hall)' }],
    ['?q=50%25', { q: '50%' }],
    ['?q=100%', { q: '100%' }],
    ['?q=1017, 1018', { q: '1017, 1018' }],
    ['?status=NEW&STATUS=OPEN', { status: ['NEW', 'OPEN'] }],
    ['?status=ON%2520HOLD', { status: ['ON%20HOLD'] }],
    ['?q%253D%25E0%25A4%25A', {}],
    ['?%E0%A4%A=%3D', {}],
  ])('%s is read', (search, query) => {
    expect(asked(`${LIST}${search}`)).toEqual(query);
  });

  it('of a ticket, or of a list without filters, may end a sentence too', () => {
    for (const end of ['.', ')', '",', '>', "'", '%E2%80%9D.']) {
      expect(parseAddress(new URL(`/w/1/tickets/1017${end}`, 'http://a').pathname, '')?.item).toBe('1017');
      expect(asked(`/w/1/people${end}`)).toEqual({});
    }
  });
});

const sign = fc.constantFrom(')', '.', ',', '>', ']', "'", '!', ';', '*', '_', '…', '?', '}', '|');
const word = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'"\'()[]<>.,*_!;’”“«…%&=+#'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 8,
});
const query = fc.record({
  q: word.filter((q) => parseSearch(q).ok),
  type: fc.uniqueArray(word, { maxLength: 3 }),
  columns: fc.option(
    fc.uniqueArray(
      fc.record({ column: fc.constantFrom(...COLUMNS), width: fc.constant(null), pinned: fc.boolean() }),
      {
        minLength: 1,
        selector: ({ column }) => column,
      },
    ),
  ),
  page: fc.integer({ min: 1, max: 3 }),
});

test('what is written is read as it was, also with the signs of a sentence behind it', () => {
  const signs = fc.tuple(
    fc.array(sign, { maxLength: 3 }),
    fc.constantFrom('', '"', '”'),
    fc.array(sign, { maxLength: 2 }),
  );
  fc.assert(
    fc.property(query, signs, (some, [first, quote, last]) => {
      const address = formatAddress('1', { ...DEFAULT_QUERY, ...some });
      const { pathname, search } = new URL(
        `${address}${[...first, quote, ...last].join('')}`,
        'http://127.0.0.1',
      );
      const read = parseAddress(pathname, search)?.query;
      expect(read).toEqual({ ok: true, query: { ...DEFAULT_QUERY, ...some } });
    }),
    { numRuns: 500 },
  );
});

test('any search is read as a query or as errors, and never throws', () => {
  const piece = fc.oneof(
    fc.constantFrom('&', '=', '%', '%25', '%3D', 'q', 'age=', 'page=', '&amp;', '"', ')', '+', ';'),
    fc.string({ unit: codePoint, maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const read = readLink(`?${pieces.join('')}`);
      if (!read.ok) expect(read.errors.length).toBeGreaterThan(0);
    }),
  );
});

describe('an error of a link', () => {
  const link = '?age=3-7&age=old&q="refund&priority=HIGH&overdue=maybe&page=1&page=2';

  it('is told with the search that is left without it, and all the others stay', () => {
    const read = readLink(link);
    if (read.ok) throw new Error('This link is no good.');
    expect(read.errors.map(({ key }) => key)).toEqual(['age', 'q', 'overdue', 'page']);
    const [age] = read.errors;
    expect(age?.message).toContain('"old" is not');
    expect(age?.without).toBe('age=3-7&q=%22refund&priority=HIGH&overdue=maybe&page=1&page=2');
    expect(readLink(read.valid)).toEqual({
      ok: true,
      query: { ...DEFAULT_QUERY, age: ['3-7'], priority: ['HIGH'] },
    });
  });

  it('is gone once it is ignored, one after the other', () => {
    let search = link;
    for (let left = 4; left > 0; left -= 1) {
      const read = readLink(search);
      expect(read.ok ? 0 : read.errors.length).toBe(left);
      if (!read.ok) search = read.errors[0]?.without ?? '';
    }
    expect(readLink(search).ok).toBe(true);
  });

  it('is told among at most twenty, and all can be ignored', () => {
    const read = readLink(Array.from({ length: 5_000 }, (_, index) => `age=${index}`).join('&'));
    if (read.ok) throw new Error('This link is no good.');
    expect(read.errors).toHaveLength(MAX_LINK_ERRORS);
    expect(read.valid).toBe('');
  });
});
