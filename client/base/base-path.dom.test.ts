import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_QUERY } from '../../contract/index.ts';
import { isSignInWindow } from '../account/sign-in.ts';
import { formatAddress, parseAddress } from '../address/address.ts';
import { publicAddress } from '../address/public-address.ts';
import { request } from '../api/request.ts';
import { basePath, homeAddress } from './base-path.ts';

beforeEach(() => {
  document.documentElement.dataset.base = '/loopdesk';
});
afterEach(() => {
  delete document.documentElement.dataset.base;
});

test('addresses have the path, and are read with it', () => {
  const address = formatAddress('1', { ...DEFAULT_QUERY, q: 'a' }, { screen: 'people' });
  expect(address).toBe('/loopdesk/w/1/people?q=a');
  expect(publicAddress(address)).toBe(`${location.origin}/loopdesk/w/1/people?q=a`);
  expect(parseAddress('/loopdesk/w/1/people', '?q=a')).toMatchObject({ workspace: '1', screen: 'people' });
  for (const home of ['/loopdesk', '/loopdesk/', homeAddress(), '/']) {
    expect(parseAddress(home, '')).toMatchObject({ workspace: null });
  }
});

test('an address without it is read as well, and one that only begins like it is nobody’s', () => {
  expect(parseAddress('/w/1/people', '')).toMatchObject({ workspace: '1', screen: 'people' });
  expect(parseAddress('/loopdesker/w/1/people', '')).toBeNull();
});

test('the server is asked under it', async () => {
  const fetch = vi.fn(async () => Response.json({}));
  vi.stubGlobal('fetch', fetch);
  await request('/api/workspaces', { shape: {} });
  expect(fetch).toHaveBeenCalledWith('/loopdesk/api/workspaces', expect.anything());
});

test('a window comes back from signing in to its start', () => {
  expect(isSignInWindow({ pathname: '/loopdesk/', search: '?signed-in' })).toBe(true);
  expect(isSignInWindow({ pathname: '/loopdesk/w/1', search: '?signed-in' })).toBe(false);
});

test('at the root of a host there is none', () => {
  delete document.documentElement.dataset.base;
  expect([basePath(), homeAddress(), formatAddress('1', DEFAULT_QUERY)]).toEqual(['', '/', '/w/1/tickets']);
});
