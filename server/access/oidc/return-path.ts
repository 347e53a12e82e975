/** The longest address, in characters: it travels in a cookie, and browsers keep none of more than 4 kB. */
const MAX_LENGTH = 2_000;

/**
 * The path, query and fragment of a screen of ours, as they stand behind our host; those of our first page for anything
 * else, so that no link to our sign-in leads anywhere but here.
 *
 * @param publicUrl where people reach us, without a slash at its end
 */
export function returnPath(wanted: string, publicUrl: string): string {
  const { origin, pathname: base } = new URL(`${publicUrl}/`);
  if (!wanted.startsWith('/') || wanted.length > MAX_LENGTH || !URL.canParse(wanted, origin)) return base;
  // As a browser reads it: backslashes are slashes, and breaks within are none.
  const { origin: from, pathname, search, hash } = new URL(wanted, origin);
  const isOurs = from === origin && pathname.startsWith(base) && !pathname.startsWith('//');
  // The rest is no screen, or would sign in for ever.
  const isScreen = !/^\/*(?:api|auth)(?:\/|$)/i.test(pathname.slice(base.length));
  return isOurs && isScreen ? `${pathname}${search}${hash}` : base;
}
