import type { Me } from '../../contract/index.ts';
import { signOutOf } from '../api/sign-out.ts';
import { tellTabs } from './session-channel.ts';

/** The words for a sign-out that has not reached the server. */
export const STILL_SIGNED_IN = 'You are still signed in: Loopdesk could not be reached.';

/** Signs out and goes to where that leads, with nothing left on screen, in no tab. Rejects while still signed in. */
export async function leave(access: Me['access'], signOutUrl: string): Promise<void> {
  // Signing out changes something, and so is no link that another site could have followed.
  const location = access === 'oidc' ? (await signOutOf(signOutUrl)).location : signOutUrl;
  tellTabs('signed-out');
  leaveNothing();
  window.location.assign(location);
}

/** Empties the page as it goes away: a browser may keep it whole, and show it to whoever presses Back. */
export function leaveNothing(): void {
  addEventListener('pagehide', () => document.body.replaceChildren());
  addEventListener('pageshow', () => location.reload());
}
