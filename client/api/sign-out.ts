import type { SignedOut } from '../../contract/index.ts';
import { SIGNED_OUT } from './answer-shapes.ts';
import { request } from './request.ts';

/** Ends the session on the server; answers where to go next, which may be at the identity provider. */
export function signOutOf(url: string): Promise<SignedOut> {
  return request<SignedOut>(url, { shape: SIGNED_OUT, method: 'POST', isAboutSession: true });
}
