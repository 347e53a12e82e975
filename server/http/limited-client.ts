import type { Response } from 'express';
import { clientAddressOf, clientKey } from './client-address.ts';
import { principalOf } from './principal.ts';

/** The client that a limit counts: the person who is signed in, else where the request comes from. */
export function limitedClient(response: Pick<Response, 'locals'>): string {
  const { id, user } = principalOf(response);
  return user === null ? clientKey(clientAddressOf(response)) : id;
}
