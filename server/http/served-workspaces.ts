import type { Request, Response } from 'express';
import type { ServedWorkspace } from '../snapshot/ports.ts';
import { roleOf, unknownWorkspace } from './authorize.ts';

/** Finds the workspace of a request, as its principal may see it. */
export type FindServed = (request: Request<{ workspace: string }>, response: Response) => ServedWorkspace;

/** @throws HttpProblem `unknown-workspace` */
export function createFindServed(workspaces: readonly ServedWorkspace[]): FindServed {
  return (request, response) => {
    const served = workspaces.find(({ workspace }) => workspace.id === request.params.workspace);
    if (served === undefined) throw unknownWorkspace();
    return roleOf(response) === 'viewer' ? withoutCustomers(served) : served;
  };
}

function withoutCustomers(served: ServedWorkspace): ServedWorkspace {
  const { viewerSnapshots } = served;
  if (viewerSnapshots === null) throw new Error('There are no snapshots for viewers');
  viewerSnapshots.wake();
  return { ...served, snapshots: viewerSnapshots };
}
