import type { Request, Response } from 'express';
import { roleOf, unknownWorkspace } from './authorize.ts';
import type { RecordedWorkspace } from './recorded-workspace.ts';

/** Finds the workspace of a request, as its principal may see it. */
export type FindServed = (request: Request<{ workspace: string }>, response: Response) => RecordedWorkspace;

/** @throws HttpProblem `unknown-workspace` */
export function createFindServed(workspaces: readonly RecordedWorkspace[]): FindServed {
  return (request, response) => {
    const served = workspaces.find(({ workspace }) => workspace.id === request.params.workspace);
    if (served === undefined) throw unknownWorkspace();
    return roleOf(response) === 'viewer' ? withoutCustomers(served) : served;
  };
}

function withoutCustomers(served: RecordedWorkspace): RecordedWorkspace {
  const { viewerSnapshots } = served;
  if (viewerSnapshots === null) throw new Error('There are no snapshots for viewers');
  viewerSnapshots.wake();
  return { ...served, snapshots: viewerSnapshots };
}
