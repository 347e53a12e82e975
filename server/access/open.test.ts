import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { openAccess } from './open.ts';

function from(remoteAddress: string | undefined) {
  return openAccess.authenticate({ socket: { remoteAddress } } as IncomingMessage);
}

test.each(['127.0.0.1', '127.8.0.3', '::1', '::ffff:127.0.0.1'])('%s is the local person', (address) => {
  expect(from(address)).toMatchObject({ id: 'local', user: null });
});

test.each(['192.168.0.7', '10.127.0.1', '::ffff:10.0.0.1', '2001:db8::1', undefined])(
  '%s is nobody that is known',
  (address) => {
    expect(from(address)).toBeNull();
  },
);
