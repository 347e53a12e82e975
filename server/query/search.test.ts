import { describe, expect, it } from 'vitest';
import { DEFAULT_QUERY, type Ticket } from '../../contract/index.ts';
import { makeSnapshot } from '../snapshot/testing/make-snapshot.ts';
import { listTickets } from './index.ts';

const TICKETS: readonly Partial<Ticket>[] = [
  { id: 35637, description: 'Café REFUND\tnot paid', customerName: 'Zoë Müller', surveyId: 77 },
  { id: 2, assignedUser: { name: 'Søren', email: 'soren@refunds.example' }, customerEmail: null },
  { id: 3, originSegment: { id: 9, code: 'NORD-1', name: 'Nord' }, description: '<b>50% off</b>' },
  {
    id: 4,
    type: 'DETRACTOR ALERT',
    description: null,
    customerName: 'Herr Groß aus Łódź',
    customerEmail: null,
    assignedUser: null,
    currentSegment: null,
  },
];
const ALL = [2, 3, 4, 35637];

describe('a search', () => {
  it('ignores case, accents and spelling on both sides', () => {
    expect(find('CAFE')).toEqual([35637]);
    expect(find('cafe\u0301 müller zoe')).toEqual([35637]);
    expect(find('gross LODZ')).toEqual([4]);
    expect(find('GROẞ')).toEqual([4]);
  });

  it('needs every word, each in whatever field', () => {
    expect(find('refund')).toEqual([2, 35637]);
    expect(find('refund soren')).toEqual([2]);
    expect(find('refund nord')).toEqual([]);
  });

  it('finds parts of words, ids, e-mails, codes and types', () => {
    expect(find('563')).toEqual([35637]);
    expect(find('@refunds')).toEqual([2]);
    expect(find('rd-1')).toEqual([3]);
    expect(find('detractor')).toEqual([4]);
  });

  it('finds the ids of surveys, responses and feedback as a whole', () => {
    expect(find('77')).toEqual([35637]);
    expect(find('7')).toEqual([35637]);
    expect(find('-77')).toEqual([2, 3, 4]);
    expect(find('770')).toEqual([]);
  });

  it('takes hostile text literally', () => {
    expect(find('<b>50%')).toEqual([3]);
    expect(find('.*')).toEqual([]);
    expect(find('\\')).toEqual([]);
  });

  it('splits words at any white space, and is no search without a word', () => {
    expect(find('\u00a0refund\u3000 paid\n')).toEqual([35637]);
    expect(find(' \t ')).toEqual(ALL);
    expect(find('\u0301')).toEqual(ALL);
  });

  it('does not find what spans two fields', () => {
    expect(find('sorensoren@')).toEqual([]);
  });
});

describe('a phrase', () => {
  it('occurs in one field as it stands, white space being one blank', () => {
    expect(find('"refund not  paid"')).toEqual([35637]);
    expect(find('"not refund"')).toEqual([]);
    expect(find('"und not pai"')).toEqual([35637]);
    expect(find('"soren soren@refunds"')).toEqual([]);
    expect(find('"off</b>"')).toEqual([3]);
  });

  it('can be left out, and so can a word', () => {
    expect(find('-"refund not paid"')).toEqual([2, 3, 4]);
    expect(find('-refund')).toEqual([3, 4]);
    expect(find('-refund -nord')).toEqual([4]);
    expect(find('refund -"not paid"')).toEqual([2]);
  });
});

describe('ids', () => {
  it('are the tickets themselves', () => {
    expect(find('#3')).toEqual([3]);
    expect(find('Ticket 35637')).toEqual([35637]);
    expect(find('2, 3')).toEqual([2, 3]);
    expect(find('2\n3\n99')).toEqual([2, 3]);
    expect(find('-#3')).toEqual([2, 4, 35637]);
    expect(find('#3 refund')).toEqual([]);
  });
});

function find(q: string): number[] {
  const query = { ...DEFAULT_QUERY, q, sort: [{ key: 'id', descending: false }] as const };
  return listTickets(makeSnapshot(TICKETS), query).tickets.map((ticket) => ticket.id);
}
