import { describe, expect, it } from 'vitest';
import { DEFAULT_QUERY, type SummaryKey } from '../../contract/index.ts';
import { makeSnapshot } from '../snapshot/testing/make-snapshot.ts';
import { listTickets, summarizeTickets } from './index.ts';
import { narrow } from './testing/narrow.ts';

describe('a summary', () => {
  it('lists the spans between the first and the last ticket, those without a ticket too', () => {
    const snapshot = issuedAt('2026-01-30T23:30:00.000Z', '2026-02-02T10:00:00.000Z');
    const { axes, cells } = summarizeTickets(snapshot, DEFAULT_QUERY, by('issued'));
    expect(axes[0]).toMatchObject({ key: 'issued', interval: 'day' });
    expect(axes[0]?.values.map(({ label }) => label)).toEqual([
      '30 Jan 2026',
      '31 Jan 2026',
      '1 Feb 2026',
      '2 Feb 2026',
    ]);
    expect(cells.map(({ at, count }) => [at, count])).toEqual([
      [[0], 1],
      [[3], 1],
    ]);
  });

  it('has days begin at midnight in the zone that is asked for', () => {
    const snapshot = issuedAt('2026-01-30T23:30:00.000Z');
    const { axes } = summarizeTickets(snapshot, DEFAULT_QUERY, { by: ['issued'], zone: 'Europe/Berlin' });
    expect(axes[0]?.values).toEqual([
      { value: '2026-01-30T23:00:00.000Z', until: '2026-01-31T23:00:00.000Z', label: '31 Jan 2026' },
    ]);
  });

  it('cuts the outer spans off where the dates of the query end, so that a cell finds no more than it counts', () => {
    const snapshot = issuedAt('2026-01-30T09:00:00.000Z', '2026-01-30T11:00:00.000Z');
    const query = { ...DEFAULT_QUERY, issuedFrom: '2026-01-30T10:00:00Z', issuedTo: '2026-01-30T12:00:00Z' };
    const { axes, cells } = summarizeTickets(snapshot, query, by('issued'));
    expect(axes[0]?.values).toEqual([
      {
        value: '2026-01-30T10:00:00.000Z',
        until: '2026-01-30T12:00:00.000Z',
        label: '30 Jan 2026',
        partial: true,
      },
    ]);
    expect(cells.map(({ count }) => count)).toEqual([1]);
  });

  it('folds a few tickets of long ago into one span, which finds them and no others', () => {
    const recent = Array.from({ length: 200 }, (_, day) => 1_770_000_000_000 + day * 86_400_000);
    const dates = [...recent, Date.parse('2011-05-28T06:00:00Z'), Date.parse('2014-01-01T00:00:00Z')];
    const snapshot = issuedAt(...dates.map((date) => new Date(date).toISOString()));
    const { axes, cells, total } = summarizeTickets(snapshot, DEFAULT_QUERY, by('issued'));
    expect(axes[0]).toMatchObject({ interval: 'week', earlier: true });
    expect(cells[0]).toMatchObject({ at: [0], count: 2 });
    for (const { at, count } of cells) {
      const query = narrow(DEFAULT_QUERY, 'issued', axes[0]?.values[at[0] as number]);
      expect(listTickets(snapshot, query).page.total).toBe(count);
    }
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(total.count);
  });

  it('has no spans where no ticket has a date', () => {
    const snapshot = makeSnapshot([{ issueDate: null }]);
    expect(summarizeTickets(snapshot, DEFAULT_QUERY, by('issued', 'status'))).toMatchObject({
      axes: [{ key: 'issued', values: [] }, {}],
      cells: [],
      unplaced: 1,
    });
  });

  it('counts tickets at the ends of the calendar where a list under the same dates finds them', () => {
    const ends = ['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'];
    for (const dates of [ends, ends.slice(0, 1), ends.slice(1)]) {
      for (const zone of ['UTC', 'Pacific/Apia', 'America/New_York']) {
        const snapshot = issuedAt(...dates);
        const { axes, cells } = summarizeTickets(snapshot, DEFAULT_QUERY, { by: ['issued'], zone });
        expect(cells).toHaveLength(dates.length);
        for (const { at, count } of cells) {
          const query = narrow(DEFAULT_QUERY, 'issued', axes[0]?.values[at[0] as number]);
          expect(listTickets(snapshot, query).page.total).toBe(count);
        }
      }
    }
  });
});

function by(...keys: readonly SummaryKey[]) {
  return { by: keys, zone: 'UTC' };
}

function issuedAt(...dates: readonly string[]) {
  return makeSnapshot(dates.map((issueDate) => ({ issueDate })));
}
