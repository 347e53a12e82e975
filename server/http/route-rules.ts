import type { Role } from '../../contract/index.ts';

/**
 * Those whom a route serves: everybody who is signed in, or those with a role in the workspace of its address, or in any
 * where it names none.
 */
export type Rule = 'signed-in' | Role;

type Rules = Readonly<Record<string, Rule>>;

/** Every route of the API, with whom it serves. One that is not here is served to nobody. */
export const ROUTE_RULES = {
  '/api/me': { GET: 'signed-in' },
  '/api/openapi.json': { GET: 'signed-in' },
  '/api/audit': { GET: 'admin' },
  '/api/audit.csv': { GET: 'admin' },
  '/api/sessions': { GET: 'signed-in' },
  '/api/sessions/:session': { DELETE: 'signed-in' },
  '/api/tokens': { GET: 'signed-in', POST: 'member' },
  '/api/tokens/:token': { DELETE: 'signed-in' },
  '/api/workspaces': { GET: 'signed-in' },
  '/api/workspaces/:workspace/tickets': { GET: 'viewer' },
  '/api/workspaces/:workspace/tickets.csv': { GET: 'viewer' },
  '/api/workspaces/:workspace/tickets.xlsx': { GET: 'viewer' },
  '/api/workspaces/:workspace/tickets/:ticket': { GET: 'viewer' },
  '/api/workspaces/:workspace/tickets/:ticket/history': { GET: 'viewer' },
  '/api/workspaces/:workspace/trends': { GET: 'viewer' },
  '/api/workspaces/:workspace/report': { GET: 'admin', PUT: 'admin' },
  '/api/workspaces/:workspace/summary': { GET: 'viewer' },
  '/api/workspaces/:workspace/snapshot': { GET: 'viewer' },
  '/api/workspaces/:workspace/refresh': { POST: 'member' },
} as const satisfies Readonly<Record<string, Rules>>;

/** A route's rules, and the workspace that an address of it names. */
interface Match {
  readonly rules: Rules;
  /** As it was given, percent-encoding read; null for a route of no workspace. */
  readonly workspace: string | null;
}

const PATTERNS = Object.entries<Rules>(ROUTE_RULES).map(([path, rules]) => ({
  parts: path.split('/'),
  rules,
}));

/** The route of a path; null for what is no route of the API. @throws URIError for a broken percent-encoding */
export function matchRoute(path: string): Match | null {
  const given = (path.endsWith('/') ? path.slice(0, -1) : path).split('/');
  for (const { parts, rules } of PATTERNS) {
    if (parts.length !== given.length || !parts.every((part, place) => fits(part, given[place] as string)))
      continue;
    const place = parts.indexOf(':workspace');
    return { rules, workspace: place < 0 ? null : decodeURIComponent(given[place] as string) };
  }
  return null;
}

/** The rule of a method. HEAD is GET; a method that a route does not have is refused behind, as that. */
export function ruleOf({ rules }: Match, method: string): Rule {
  return rules[method === 'HEAD' ? 'GET' : method] ?? 'signed-in';
}

function fits(part: string, given: string): boolean {
  return part.startsWith(':') ? given !== '' : part === given;
}
