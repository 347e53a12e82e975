import { describe, expect, it } from 'vitest';
import { codeTexts, makeCodes } from './codes.ts';
import { finish } from './steps.ts';
import { makeTicket } from './testing/make-snapshot.ts';

describe('codes', () => {
  it('hold the largest number they are made for', () => {
    for (const max of [0, 65_535, 65_536, 1_000_000]) {
      const codes = makeCodes(1, max);
      codes[0] = max;
      expect(codes[0]).toBe(max);
    }
  });

  it('number texts by first appearance, apart by case, and one past the last for none', () => {
    const tickets = ['b', null, 'B', 'b', ''].map((type) => makeTicket({ type }));
    const { texts, codes, lastSeen } = finish(codeTexts(tickets, (ticket) => ticket.type));
    expect(texts).toEqual(['b', 'B', '']);
    expect([...codes]).toEqual([0, 3, 1, 0, 2]);
    expect(lastSeen).toEqual([3, 2, 4]);
  });
});
