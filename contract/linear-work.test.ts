import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeQuery, fold, foldText, maskTicket, parseSearch, type Ticket } from './index.ts';
import { type GrowingText, grow, growingText } from './testing/adversarial-texts.ts';
import { countWork } from './testing/count-work.ts';

const SIZES = [1_000, 2_000, 4_000];

/** Twice the text may take twice the steps, and a little for what begins and ends. */
const MOST = 2.4;

function expectLinear(text: GrowingText, run: (text: string) => unknown): void {
  const work = SIZES.map((size) => {
    const grown = grow(text, size);
    // What is remembered from the first time is not to make the second look cheap.
    run(grown);
    return countWork(() => run(grown)) + 200;
  });
  for (const [index, steps] of work.slice(1).entries()) {
    expect(steps / (work[index] as number)).toBeLessThan(MOST);
  }
}

function ticket(parts: Partial<Ticket>): Ticket {
  return { customerName: null, customerEmail: null, description: null, ...parts } as Ticket;
}

const FUNCTIONS: Readonly<Record<string, (text: string) => unknown>> = {
  folding: fold,
  'folding with places': foldText,
  'reading a search': parseSearch,
  'reading a query': (text) =>
    decodeQuery([
      ['q', text],
      ['ids', text],
      ['columns', text],
      ['sort', text],
      ['issuedFrom', text],
    ]),
  'hiding a long name': (text) =>
    maskTicket(ticket({ customerName: text, description: `hello ${text.slice(0, 50)}` })),
  'hiding a long e-mail': (text) =>
    maskTicket(ticket({ customerEmail: `${text}@example.com`, description: 'hello' })),
  'hiding in a long text': (text) =>
    maskTicket(ticket({ customerName: 'Ann aa, Bo', customerEmail: 'a.s@x.org', description: text })),
  'hiding a name that is its own text': (text) =>
    maskTicket(ticket({ customerName: text, description: text })),
};

describe.each(Object.entries(FUNCTIONS))('%s', (_, run) => {
  it('takes no more than twice the steps for twice the text', () => {
    fc.assert(
      fc.property(growingText, (text) => expectLinear(text, run)),
      { numRuns: 60, seed: 7 },
    );
  });

  it.each([
    { start: '\u0903 \u0903 \u0903 \u0983', middle: '\u0903', end: '' },
    { start: 'a', middle: '!', end: 'b' },
    { start: '', middle: 'word ', end: '' },
    { start: '"', middle: '""', end: '' },
    { start: '', middle: 'a.', end: '' },
  ])('takes so few for $start$middle… too', (text) => {
    expectLinear(text, run);
  });
});

it('a walk over all pairs of characters would be noticed', () => {
  const all = (text: string) => [...text].filter((_, index) => text.slice(index).includes('~'));
  expect(() => expectLinear({ start: '', middle: 'a', end: '' }, all)).toThrow();
});
