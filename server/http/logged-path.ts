/** First parts of our addresses. What stands behind them may be anything that somebody typed. */
const FIRST_PARTS = new Set(['', 'api', 'assets', 'auth', 'healthz', 'metrics', 'readyz', 'w']);

/** More than any route has. */
const MAX_PARTS = 10;

const TICKET_ID = /^\d{1,16}$/;

/**
 * The path of a request as it may be logged: the pattern of its route with the ids that it was asked for, if they
 * are ids of workspaces that there are, or could be those of tickets. Everything else is `…`, since somebody may
 * have typed a name, an e-mail or a key there.
 *
 * @param route the pattern, as Express knows it; null when no route took the request
 * @param url as it came: a path, or a whole URL
 */
export function loggedPath(route: string | null, url: string, workspaces: ReadonlySet<string>): string {
  const [path = ''] = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').split(/[?#]/, 1);
  const [, ...given] = path.split('/', MAX_PARTS);
  if (route === null || route.includes('*')) return unroutedPath(given);
  const [, ...parts] = route.split('/');
  return `/${parts.map((part, place) => shownPart(part, given[place] ?? '', workspaces)).join('/')}`;
}

function shownPart(part: string, sent: string, workspaces: ReadonlySet<string>): string {
  if (!part.startsWith(':')) return part;
  const given = decoded(sent);
  const isKnown = part === ':workspace' ? workspaces.has(given) : part === ':ticket' && TICKET_ID.test(given);
  return isKnown ? given : '…';
}

function unroutedPath([first = '', ...rest]: readonly string[]): string {
  const shown = FIRST_PARTS.has(first) ? first : '…';
  return rest.length === 0 ? `/${shown}` : `/${shown}/…`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A broken percent-encoding is no id of ours.
    return '';
  }
}
