import { expect, test } from 'vitest';
import { DEFAULT_QUERY } from '../../contract/index.ts';
import { formatAddress, parseAddress } from './address.ts';

const query = { ...DEFAULT_QUERY, q: 'Müller & söhne', status: ['NEW', 'on hold'], page: 3 };

test('an address gives back the workspace, the ticket and the query that it was written from', () => {
  const url = new URL(formatAddress('north/west 1', query, { item: 35637 }), 'http://127.0.0.1');
  expect(parseAddress(url.pathname, url.search)).toEqual({
    workspace: 'north/west 1',
    screen: 'tickets',
    item: '35637',
    query: { ok: true, query },
  });
});

test('each screen of a workspace has an address', () => {
  expect(formatAddress('1', DEFAULT_QUERY, { screen: 'people' })).toBe('/w/1/people');
  expect(parseAddress('/w/1/triage/a%2Fb', '')).toMatchObject({ screen: 'triage', item: 'a/b' });
});

test('an address of a screen’s earlier name still leads there', () => {
  expect(parseAddress('/w/1/movement', '?status=NEW')).toMatchObject({
    screen: 'handoffs',
    query: { ok: true },
  });
  expect(formatAddress('1', DEFAULT_QUERY, { screen: 'handoffs' })).toBe('/w/1/handoffs');
});

test('the snapshot stays out of the address, so that a link shows the newest', () => {
  expect(formatAddress('1', { ...DEFAULT_QUERY, at: 12 })).toBe('/w/1/tickets');
});

test('the bare address names no workspace yet', () => {
  expect(parseAddress('/', '')).toMatchObject({ workspace: null, item: null });
});

test('an address that no screen has is none', () => {
  expect(parseAddress('/settings', '')).toBeNull();
  expect(parseAddress('/w/1/tickets/abc', '')).toBeNull();
  expect(parseAddress('/w/1/tickets/0', '')).toBeNull();
  expect(parseAddress('/w/1/tickets/9007199254740993', '')).toBeNull();
  expect(parseAddress('/w/1/people/7', '')).toBeNull();
});

test('a broken escape and unknown keys do no harm', () => {
  expect(parseAddress('/w/%E0%A4%A/tickets', '?colour=red')).toMatchObject({
    workspace: '%E0%A4%A',
    query: { ok: true, query: DEFAULT_QUERY },
  });
});

test('a sign at the end that a chat would leave out is written as an escape', () => {
  const end = (q: string) => formatAddress('1', { ...DEFAULT_QUERY, q }).slice('/w/1/tickets'.length);
  expect(end('etc.')).toBe('?q=etc%2E');
  expect(end('a*')).toBe('?q=a%2A');
  expect(end('"a b"')).toBe('?q=%22a+b%22');
  expect(end("the boss'")).toBe('?q=the+boss%27&');
});
