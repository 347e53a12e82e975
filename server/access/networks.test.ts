import { expect, test } from 'vitest';
import { createNetworks } from './networks.ts';

const networks = createNetworks([
  { address: '10.1.0.0', prefix: 16, family: 'ipv4' },
  { address: '192.0.2.7', prefix: 32, family: 'ipv4' },
  { address: '2001:db8::', prefix: 32, family: 'ipv6' },
]);

test.each(['10.1.0.1', '10.1.255.255', '192.0.2.7', '2001:db8:1::2', '::ffff:10.1.2.3', '::FFFF:192.0.2.7'])(
  '%s is in them',
  (address) => expect(networks.has(address)).toBe(true),
);

test.each(['10.2.0.1', '192.0.2.8', '2001:db9::', '::ffff:10.2.0.1', '::1', 'localhost', '', undefined])(
  '%s is not',
  (address) => expect(networks.has(address)).toBe(false),
);
