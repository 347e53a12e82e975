import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type TicketQuery } from '../../contract/index.ts';
import { PRESSING_FILTERS, type PressingFilter } from '../filters/pressing-filters.ts';
import { withFilters } from '../filters/with-filters.ts';
import { isTileOn, switchTile } from './tile-filters.ts';

const open = withFilters(DEFAULT_QUERY, { open: true });

test.each(PRESSING_FILTERS)('$label asks for open tickets and its own values, and is then on', (tile) => {
  const query: TicketQuery = { ...DEFAULT_QUERY, q: 'lamp', page: 4 };
  const on = switchTile(tile, query);
  expect(isTileOn(tile, query)).toBe(false);
  expect(isTileOn(tile, on)).toBe(true);
  expect(on).toMatchObject({ q: 'lamp', page: 1 });
  expect(PRESSING_FILTERS.filter((other) => isTileOn(other, on))).toEqual([tile]);
});

test.each(PRESSING_FILTERS)('$label takes its own filter off again and leaves open tickets', (tile) => {
  expect(switchTile(tile, switchTile(tile, DEFAULT_QUERY))).toEqual(open);
});

test('tiles add up: each keeps what the others have asked for', () => {
  const both = PRESSING_FILTERS.slice(0, 2).reduce((query, tile) => switchTile(tile, query), DEFAULT_QUERY);
  expect(both).toMatchObject({ overdue: true, priority: ['CRITICAL', 'HIGH'], not: open.not });
});

test('a status that the reader has asked for stays, unless the tile is one of a status', () => {
  const query: TicketQuery = { ...DEFAULT_QUERY, status: ['NEW', 'RESOLVED'] };
  const [overdue, escalated] = [tileOf('overdue'), tileOf('escalated')];
  expect(switchTile(overdue, query)).toMatchObject({ status: ['NEW'], overdue: true });
  expect(switchTile(escalated, query)).toMatchObject({ status: ['ESCALATED'] });
});

test('a tile is not on when the list has resolved tickets, or more values than its own', () => {
  const [overdue, urgent] = [tileOf('overdue'), tileOf('urgent')];
  expect(isTileOn(overdue, { ...DEFAULT_QUERY, overdue: true })).toBe(false);
  expect(isTileOn(urgent, { ...open, priority: ['HIGH', 'CRITICAL', 'LOW'] })).toBe(false);
  expect(isTileOn(urgent, { ...open, priority: ['HIGH', 'CRITICAL'] })).toBe(true);
});

function tileOf(id: PressingFilter['id']): PressingFilter {
  const tile = PRESSING_FILTERS.find((one) => one.id === id);
  if (tile === undefined) throw new Error(`There is no tile ${id}.`);
  return tile;
}
