import * as fc from 'fast-check';
import { tickets } from './tickets.ts';

/** Values that an upstream that is broken, or not the one we know, may put in the place of any other. */
const VALUES: readonly string[] = [
  ...['null', 'true', '0', '-0', '-1', '1.5', '1e999', '-1e999', '1e15', '9007199254740993'],
  ...['""', '"\\u0000"', '"\\ud800"', '"\\udc00x"', '"\\u202e"', '"NaN"', '"<b>"', '"=1+1"'],
  ...[
    '[]',
    '{}',
    '[[]]',
    '{"id":1}',
    '{"toString":1,"valueOf":1}',
    '{"__proto__":{"id":7}}',
    '{"length":1e9}',
  ],
  ...[`${'['.repeat(20)}${']'.repeat(20)}`, `${'{"x":'.repeat(5000)}1${'}'.repeat(5000)}`],
  ...[`"${'x'.repeat(50_000)}"`, `"${'\\ud83d\\ude00'.repeat(11_000)}"`, `[${'0,'.repeat(5000)}0]`],
  ...['"2026-02-04T08:59:51.863Z"', '"99999-99-99"', '"9999999999999999"', '9'.repeat(400)],
];

/** Pieces that may get between any two bytes. */
const PIECES: readonly string[] = [
  ...['\u0000', '\uFEFF', '\uFFFD', '"', '\\', ',', ':', '{', '}', '[', ']', ' ', '\n', '//'],
  ...['"id":1,', '"id":2,"id":3,', '"__proto__":{"data":[]},', '"constructor":null,', '"data":[],'],
  ...['"totalCount":0,', '"totalCount":1e15,', '"pagerOptions":null,'],
];

/** A change of a text. Places are reckoned modulo what there is. */
type Mutation = (text: string) => string;

const place = fc.nat(1_000_000);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(place, fc.constantFrom(...VALUES)).map(([at, by]) => swapValue(at, by)) },
  { weight: 3, arbitrary: fc.tuple(place, fc.constantFrom(...PIECES)).map(([at, by]) => insert(at, by)) },
  { weight: 2, arbitrary: fc.tuple(place, fc.nat(50)).map(([at, length]) => remove(at, length)) },
  { weight: 1, arbitrary: place.map((at) => (text: string) => text.slice(0, at % (text.length + 1))) },
);

/** Encodings of a text that should be UTF-8. */
const encoding = fc.oneof(
  { weight: 8, arbitrary: fc.constant('utf8' as const) },
  { weight: 1, arbitrary: fc.constantFrom('latin1' as const, 'utf16le' as const) },
);

/** A page of a well-behaved upstream: so many tickets of 25, and the count. */
export function honestPage(page: number, perPage: number, total = 25): string {
  const data = tickets(1, total).slice((page - 1) * perPage, page * perPage);
  return JSON.stringify({
    status: 'success',
    data,
    pagerOptions: { pagerDto: { pageNumber: page, perPage }, totalCount: total },
  });
}

/** Makes something else of a page, a little or a lot. */
export const mutator: fc.Arbitrary<(page: string) => Buffer> = fc
  .tuple(fc.array(mutation, { maxLength: 5 }), encoding)
  .map(([mutations, as]) => (page) => {
    const text = mutations.reduce((so, mutate) => mutate(so), page);
    return Buffer.from(text, as);
  });

/** Puts something else in the place of a number, a text or a word. */
function swapValue(at: number, by: string): Mutation {
  return (text) => {
    const values = [
      ...text.matchAll(/(?<=[[:,]\s*)(?:"[^"\\]*"|-?\d[\d.e+]*|null|true|false)(?=\s*[\],}])/g),
    ];
    const found = values[at % Math.max(1, values.length)];
    if (found === undefined) return text;
    return `${text.slice(0, found.index)}${by}${text.slice(found.index + found[0].length)}`;
  };
}

function insert(at: number, by: string): Mutation {
  return (text) => {
    const index = at % (text.length + 1);
    return `${text.slice(0, index)}${by}${text.slice(index)}`;
  };
}

function remove(at: number, length: number): Mutation {
  return (text) => {
    const index = at % (text.length + 1);
    return `${text.slice(0, index)}${text.slice(index + length)}`;
  };
}
