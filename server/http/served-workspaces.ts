import type { Request, RequestHandler, Response } from 'express';
import { roleOf, unknownWorkspace } from './authorize.ts';
import { HttpProblem } from './problem.ts';
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
  return { ...served, snapshots: viewerSnapshots };
}

/**
 * Has a viewer's request wait for the first snapshot that is made for viewers, where there is one for others: an
 * answer without it would tell of tickets that are not there yet, although they are.
 *
 * @throws HttpProblem `internal-error` where it could not be made
 */
export function awaitViewerSnapshot(
  workspaces: readonly RecordedWorkspace[],
): RequestHandler<{ workspace: string }> {
  return async (request, response, next) => {
    const served = workspaces.find(({ workspace }) => workspace.id === request.params.workspace);
    if (served?.viewerSnapshots && roleOf(response) === 'viewer') {
      await served.viewerSnapshots.wake();
      if (served.snapshots.newest() !== null && served.viewerSnapshots.newest() === null) {
        // No route is reached, and without anybody who watches there is no next read.
        served.refreshing.watch();
        throw new HttpProblem(
          'internal-error',
          'The tickets could not be prepared for your role; the log says why. It is tried again with the next read.',
        );
      }
    }
    next();
  };
}

/** Has a request that names a snapshot wait for it, as another process may have answered from it a moment ago. */
export function awaitNamedSnapshot(
  workspaces: readonly RecordedWorkspace[],
): RequestHandler<{ workspace: string }> {
  return async (request, response, next) => {
    const [, at] = /[?&]at=(\d{1,15})(?:&|$)/.exec(request.url) ?? [];
    const served = at && workspaces.find(({ workspace }) => workspace.id === request.params.workspace);
    if (served) {
      const { snapshots } = roleOf(response) === 'viewer' ? withoutCustomers(served) : served;
      if (Number(at) > (snapshots.newest()?.number ?? 0)) await snapshots.reach(Number(at));
    }
    next();
  };
}
