import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePoint } from '../../contract/testing/code-point.ts';
import { createNetworks } from '../access/networks.ts';
import { clientAddress, clientKey } from './client-address.ts';

const PROXIES = createNetworks([
  { address: '10.0.0.0', prefix: 8, family: 'ipv4' },
  { address: 'fd00::', prefix: 8, family: 'ipv6' },
]);

function addressOf(headers: IncomingHttpHeaders, remoteAddress: string | undefined = '10.0.0.1'): string {
  return clientAddress({ headers, socket: { remoteAddress } as IncomingMessage['socket'] }, PROXIES);
}

test.each<[IncomingHttpHeaders, string]>([
  [{}, '10.0.0.1'],
  [{ 'x-forwarded-for': '203.0.113.9' }, '203.0.113.9'],
  [{ 'x-forwarded-for': '203.0.113.9:4711' }, '203.0.113.9'],
  [{ 'x-forwarded-for': '2001:DB8::1' }, '2001:db8::1'],
  [{ 'x-forwarded-for': '[2001:db8::1]:443' }, '2001:db8::1'],
  [{ 'x-forwarded-for': '198.51.100.1, 203.0.113.9, 10.1.1.1,fd00::2' }, '203.0.113.9'],
  [{ 'x-forwarded-for': '10.2.2.2, 10.1.1.1' }, '10.2.2.2'],
  [{ 'x-forwarded-for': 'unknown, 10.1.1.1' }, '10.1.1.1'],
  [{ 'x-forwarded-for': 'fe80::1%eth0' }, '10.0.0.1'],
  [{ 'x-forwarded-for': `1.1.1.1,${' '.repeat(5_000)}203.0.113.9` }, '10.0.0.1'],
  [{ forwarded: 'for=203.0.113.9' }, '203.0.113.9'],
  [{ forwarded: 'proto=https;For="[2001:db8::1]:4711";by=_p' }, '2001:db8::1'],
  [{ forwarded: 'for=198.51.100.1;host="a,for=1.1.1.1", for=203.0.113.9 , for=10.1.1.1' }, '203.0.113.9'],
  [{ forwarded: 'for=198.51.100.1, for=_hidden' }, '10.0.0.1'],
  [{ forwarded: 'for=203.0.113.9;for=203.0.113.8' }, '10.0.0.1'],
  [{ forwarded: 'host="\\", for=203.0.113.9' }, '10.0.0.1'],
  [{ forwarded: 'for=203.0.113.9', 'x-forwarded-for': '203.0.113.9' }, '203.0.113.9'],
  [{ forwarded: 'for=198.51.100.1', 'x-forwarded-for': '203.0.113.9' }, '10.0.0.1'],
])('%j is %s', (headers, address) => {
  expect(addressOf(headers)).toBe(address);
});

test('what others than trusted proxies write counts for nothing', () => {
  expect(addressOf({ 'x-forwarded-for': '1.1.1.1', forwarded: 'for=1.1.1.1' }, '203.0.113.9')).toBe(
    '203.0.113.9',
  );
});

/** What somebody may write, so that it is read for something else. */
const hostile = fc.oneof(
  fc.string({ unit: codePoint, maxLength: 50 }),
  fc
    .array(
      fc.constantFrom(
        'for=',
        'FOR=',
        '"',
        '\\',
        ',',
        ';',
        ' ',
        '=',
        '[',
        ']',
        ':',
        '1.1.1.1',
        '::1',
        '10.0.0.9',
      ),
    )
    .map((pieces) => pieces.join('')),
);

test('nobody chooses their address by what they write before a proxy adds the true one', () => {
  const added = fc.constantFrom('203.0.113.9', '203.0.113.9:80', '[2001:db8::1]:80');
  fc.assert(
    fc.property(hostile, added, (written, hop) => {
      const own = addressOf({ 'x-forwarded-for': hop });
      expect(addressOf({ 'x-forwarded-for': `${written}, ${hop}` })).toBe(own);
      const element = hop.startsWith('[') ? `for="${hop}"` : `for=${hop}`;
      // A quote that they leave open makes the whole unreadable, and them the proxy’s.
      expect([own, '10.0.0.1']).toContain(addressOf({ forwarded: `${written}, ${element}` }));
      expect([own, '10.0.0.1']).toContain(addressOf({ forwarded: written, 'x-forwarded-for': hop }));
    }),
  );
});

test('whatever is written, an address comes out', () => {
  fc.assert(
    fc.property(hostile, hostile, (forwarded, forwardedFor) => {
      expect(isIP(addressOf({ forwarded, 'x-forwarded-for': forwardedFor }))).not.toBe(0);
    }),
  );
});

test('this machine is one client, whichever of its addresses it uses', () => {
  const keys = ['127.0.0.1', '127.9.8.7', '::1', '::ffff:127.0.0.1', '::FFFF:127.3.2.1'].map(clientKey);
  expect(new Set(keys).size).toBe(1);
});

test('an IPv4 address is the same written as IPv6, and others are others', () => {
  expect(clientKey('::ffff:10.0.0.1')).toBe(clientKey('10.0.0.1'));
  expect(clientKey('10.0.0.2')).not.toBe(clientKey('10.0.0.1'));
  expect(clientKey('12.7.0.1')).not.toBe(clientKey('127.0.0.1'));
});

test('an IPv6 network is one client, since each in it has more addresses than can be counted', () => {
  expect(clientKey('2001:db8:1:1::1')).toBe(clientKey('2001:db8:1:2:3:4:5:6'));
  expect(clientKey('2001:db8:2::1')).not.toBe(clientKey('2001:db8:1::1'));
});

test('a connection that is gone already has a key', () => {
  expect(clientKey(clientAddress({ headers: {}, socket: {} as IncomingMessage['socket'] }, PROXIES))).toBe(
    '',
  );
});
