/** The longest address, in characters: it travels in a cookie, and browsers keep none of more than 4 kB. */
const MAX_LENGTH = 2_000;

/**
 * The path, query and fragment of a screen of ours; `/` for anything else, so that no link to our sign-in leads anywhere
 * but here.
 *
 * @param origin that of our pages
 */
export function returnPath(wanted: string, origin: string): string {
  if (!wanted.startsWith('/') || wanted.length > MAX_LENGTH || !URL.canParse(wanted, origin)) return '/';
  // As a browser reads it: backslashes are slashes, and breaks within are none.
  const { origin: from, pathname, search, hash } = new URL(wanted, origin);
  const isOurs = from === origin && !pathname.startsWith('//');
  // The rest is no screen, or would sign in for ever.
  const isScreen = !/^\/(?:api|auth)(?:\/|$)/i.test(pathname);
  return isOurs && isScreen ? `${pathname}${search}${hash}` : '/';
}
