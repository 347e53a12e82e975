import type { Me } from '../../contract/index.ts';
import { signOutOf } from '../api/sign-out.ts';
import { eraseAtEnd } from './kept-meetings.ts';
import { tellTabs } from './session-channel.ts';

/** The words for a sign-out that has not reached the server. */
export const STILL_SIGNED_IN = 'You are still signed in: Loopdesk could not be reached.';

/** Signs out and goes to where that leads, in all tabs, each erased as it goes away. Rejects while still signed in. */
export async function signOutOfAll(me: Me, url: string): Promise<void> {
  const location = await signOutAt(me, url);
  tellTabs('signed-out');
  await leaveFor(location);
}

/** Signs out as somebody whose data these are not: nothing is erased. Rejects while still signed in. */
export async function signOutOnly(me: Me, url: string): Promise<void> {
  const location = await signOutAt(me, url);
  tellTabs('ended');
  window.location.assign(location);
}

/**
 * Leaves for another page with nothing kept of this one: neither what a half-written note would leave in the browser, nor
 * the page itself, which the browser may show to whoever presses Back.
 */
export async function leaveFor(address: string): Promise<void> {
  await eraseAtEnd();
  addEventListener('pagehide', () => document.body.replaceChildren());
  addEventListener('pageshow', () => location.reload());
  // In the place of this address, which may hold what was searched for.
  location.replace(address);
}

/** Signing out changes something, and so is no link that another site could have followed; a proxy has its own way. */
async function signOutAt({ access }: Me, url: string): Promise<string> {
  return access === 'oidc' ? (await signOutOf(url)).location : url;
}
