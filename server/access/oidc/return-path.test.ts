import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePoint } from '../../../contract/testing/code-point.ts';
import { returnPath } from './return-path.ts';

const ORIGIN = 'https://desk.example.com';

test.each([
  ['/w/1?q=%22a%20b%22&status=NEW#t', '/w/1?q=%22a%20b%22&status=NEW#t'],
  ['/', '/'],
  ['/apiary', '/apiary'],
  ['/w/../w/1', '/w/1'],
  ['/w/1?to=https://evil.example', '/w/1?to=https://evil.example'],
])('%s is a path of ours', (wanted, path) => {
  expect(returnPath(wanted, ORIGIN)).toBe(path);
});

test.each([
  '',
  'w/1',
  'https://evil.example/',
  'HTTPS:evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/w/..//evil.example',
  '/%2e//evil.example',
  '/.\\/evil.example',
  ' //evil.example',
  'javascript:alert(1)',
  '//desk.example.com@evil.example',
  '//desk.example.com.evil.example',
  '/auth/sign-in?to=/auth/sign-in',
  '/auth/callback',
  '/w/../auth/sign-out',
  '/AUTH/sign-in',
  '/api/workspaces/1/tickets.csv',
  '//[',
  `/${'x'.repeat(2_001)}`,
])('%j leads to the start', (wanted) => {
  expect(returnPath(wanted, ORIGIN)).toBe('/');
});

test('under a path of a host, only what lies under it is ours', () => {
  const path = (wanted: string) => returnPath(wanted, `${ORIGIN}/loopdesk`);
  expect(path('/loopdesk/w/1?q=a')).toBe('/loopdesk/w/1?q=a');
  for (const wanted of [
    '/',
    '/w/1',
    '/loopdesk',
    '/loopdesker/',
    '/loopdesk/../w/1',
    '/loopdesk/auth/sign-in',
    '/loopdesk/API/me',
    '/loopdesk//auth/callback',
    '/loopdesk/..//evil.example',
  ]) {
    expect(path(wanted)).toBe('/loopdesk/');
  }
});

test('whatever is wanted, a browser stays on this host', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2e',
    '\t',
    '\r',
    '@',
    ':',
    '//',
    'evil.example',
    'https:',
    '?',
  );
  const wanted = fc.oneof(
    fc.string({ unit: codePoint }),
    fc.array(piece).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(wanted, (text) => {
      const path = returnPath(text, ORIGIN);
      expect(path).toMatch(/^\/(?![/\\])/);
      expect(new URL(path, ORIGIN).origin).toBe(ORIGIN);
    }),
  );
});
