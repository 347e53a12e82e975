import type { Request } from 'express';

/**
 * The pattern of the route that a request took, like `/api/workspaces/:workspace/tickets`: a name that is one
 * of few, whatever was asked for. Null when there was none.
 */
export function routeOf({ route }: Request): string | null {
  const path: unknown = typeof route === 'object' && route !== null ? route.path : undefined;
  return typeof path === 'string' ? path : null;
}
