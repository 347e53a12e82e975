import { describe, expect, it } from 'vitest';
import { DEFAULT_QUERY, type Ticket } from '../../contract/index.ts';
import { makeSnapshot } from '../snapshot/testing/make-snapshot.ts';
import { listTickets } from './index.ts';

const TICKETS: readonly Partial<Ticket>[] = [
  { id: 35637, description: 'Café REFUND\tnot paid', customerName: 'Zoë Müller' },
  { id: 2, assignedUser: { name: 'Søren', email: 'soren@refunds.example' }, customerEmail: null },
  { id: 3, originSegment: { id: 9, code: 'NORD-1', name: 'Nord' }, description: '<b>50% off</b>' },
  {
    id: 4,
    description: null,
    customerName: null,
    customerEmail: null,
    assignedUser: null,
    currentSegment: null,
  },
];

describe('a search', () => {
  it('ignores case and accents on both sides', () => {
    expect(find('CAFE')).toEqual([35637]);
    expect(find('cafe\u0301 müller zoe')).toEqual([35637]);
  });

  it('needs every word, each in whatever field', () => {
    expect(find('refund')).toEqual([2, 35637]);
    expect(find('refund søren')).toEqual([2]);
    expect(find('refund nord')).toEqual([]);
  });

  it('finds parts of words, ids, e-mails and codes', () => {
    expect(find('563')).toEqual([35637]);
    expect(find('@refunds')).toEqual([2]);
    expect(find('rd-1')).toEqual([3]);
  });

  it('takes hostile text literally', () => {
    expect(find('<b>50%')).toEqual([3]);
    expect(find('.*')).toEqual([]);
    expect(find('\\')).toEqual([]);
  });

  it('splits words at any white space, and is no search without a word', () => {
    expect(find('\u00a0refund\u3000 paid\n')).toEqual([35637]);
    expect(find(' \t ')).toEqual([2, 3, 4, 35637]);
    expect(find('\u0301')).toEqual([2, 3, 4, 35637]);
  });

  it('does not find what spans two fields', () => {
    expect(find('sørensoren@')).toEqual([]);
  });
});

function find(q: string): number[] {
  const query = { ...DEFAULT_QUERY, q, sort: [{ key: 'id', descending: false }] as const };
  return listTickets(makeSnapshot(TICKETS), query).tickets.map((ticket) => ticket.id);
}
