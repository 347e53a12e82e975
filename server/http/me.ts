import { Router } from 'express';
import type { Me } from '../../contract/index.ts';
import type { Access } from '../access/access.ts';
import type { ServedWorkspace } from '../snapshot/ports.ts';
import { principalOf } from './principal.ts';
import { onlyMethods } from './problem.ts';

interface MeRoutesOptions {
  readonly access: Access;
  readonly workspaces: readonly Pick<ServedWorkspace, 'workspace'>[];
}

/** The route that tells somebody who they are here, and what they may do. */
export function meRoutes({ access, workspaces }: MeRoutesOptions): Router {
  const router = Router({ caseSensitive: true });
  router
    .route('/api/me')
    .get((_request, response) => {
      const principal = principalOf(response);
      const me: Me = {
        access: access.kind,
        user: principal.user,
        workspaces: workspaces.flatMap(({ workspace: { id, name } }) => {
          const role = principal.roleIn(id);
          return role === null ? [] : [{ id, name, role }];
        }),
        groupsLeftOut: principal.identity?.groupsLeftOut ?? false,
        signOutUrl: access.signOutUrl,
        contact: access.contact(),
      };
      response.set('Cache-Control', 'no-store').json(me);
    })
    .all(onlyMethods('GET', 'HEAD'));
  return router;
}
