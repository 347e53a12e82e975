import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientKey } from './client-address.ts';

function keyOf(remoteAddress: string | undefined): string {
  return clientKey({ socket: { remoteAddress } } as IncomingMessage);
}

test('this machine is one client, whichever of its addresses it uses', () => {
  const keys = ['127.0.0.1', '127.9.8.7', '::1', '::ffff:127.0.0.1', '::FFFF:127.3.2.1'].map(keyOf);
  expect(new Set(keys).size).toBe(1);
});

test('an IPv4 address is the same written as IPv6, and others are others', () => {
  expect(keyOf('::ffff:10.0.0.1')).toBe(keyOf('10.0.0.1'));
  expect(keyOf('10.0.0.2')).not.toBe(keyOf('10.0.0.1'));
  expect(keyOf('12.7.0.1')).not.toBe(keyOf('127.0.0.1'));
});

test('an IPv6 network is one client, since each in it has more addresses than can be counted', () => {
  expect(keyOf('2001:db8:1:1::1')).toBe(keyOf('2001:db8:1:2:3:4:5:6'));
  expect(keyOf('2001:db8:2::1')).not.toBe(keyOf('2001:db8:1::1'));
});

test('a connection that is gone already has a key', () => {
  expect(keyOf(undefined)).toBe('');
});
