import type { Me } from '../../contract/index.ts';
import { basePath, homeAddress, withoutBasePath } from '../base/base-path.ts';

/** The search of the page that a window for signing in comes back to. */
const DONE = '?signed-in';

/** The name of that window: a second press uses the same. */
const WINDOW = 'loopdesk-sign-in';

/** Whether this window was opened to sign in, and has come back. */
export function isSignInWindow({ pathname, search }: Pick<Location, 'pathname' | 'search'>): boolean {
  return withoutBasePath(pathname) === '/' && search === DONE;
}

/**
 * Opens a small window to sign in, in which nothing of this page is lost.
 *
 * @returns false where the browser does not allow it
 */
export function openSignIn(access: Me['access'] | undefined): boolean {
  return (
    window.open(signInAddress(access, homeAddress() + DONE), WINDOW, 'popup,width=520,height=680') !== null
  );
}

/** Leaves the page to sign in, and comes back to the same address. */
export function signInHere(access: Me['access'] | undefined): void {
  if (access !== 'oidc') location.reload();
  else location.assign(signInAddress(access, location.pathname + location.search));
}

/** A proxy asks whoever comes to any page of ours. */
function signInAddress(access: Me['access'] | undefined, to: string): string {
  return access === 'oidc' ? `${basePath()}/auth/sign-in?${new URLSearchParams({ to })}` : to;
}
