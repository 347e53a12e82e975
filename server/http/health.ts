import { Router } from 'express';
import type { ServedWorkspace } from '../snapshot/ports.ts';
import { FIGURES_LIMITS } from './limits.ts';
import { isOfThisMachine, requireToken } from './machines.ts';
import type { Metrics } from './metrics.ts';
import { HttpProblem, onlyMethods } from './problem.ts';
import { addressLimit } from './rate-limit.ts';

/** The sources of the machines' routes. */
interface HealthRoutesOptions {
  readonly workspaces: readonly Pick<ServedWorkspace, 'workspace' | 'snapshots'>[];
  readonly metrics: Metrics;
  /** Whether the process is about to end. */
  readonly isStopping: () => boolean;
  readonly publicUrl: string | null;
  readonly metricsToken: string | null;
}

/** Routes for machines: whether the process lives, whether it can answer, and its figures. */
export function healthRoutes(options: HealthRoutesOptions): Router {
  const { workspaces, metrics, isStopping, publicUrl, metricsToken } = options;
  const router = Router({ caseSensitive: true });
  const figuresLimit = addressLimit(FIGURES_LIMITS.requests, FIGURES_LIMITS.windowMs, 'figures');
  router
    .route('/healthz')
    .get((_request, response) => {
      response.set('Cache-Control', 'no-store').json({ status: 'ok' });
    })
    .all(onlyMethods('GET', 'HEAD'));
  router
    .route('/readyz')
    .get((request, response) => {
      if (isStopping()) throw new HttpProblem('shutting-down', 'Requests under way are still answered.');
      const empty = workspaces.filter(({ snapshots }) => snapshots.newest() === null);
      if (empty.length > 0) {
        const ids = empty.map(({ workspace }) => workspace.id);
        const of = isOfThisMachine(request, publicUrl) ? ` of workspace ${ids.join(', ')}` : '';
        const detail = `No tickets yet${of}.`;
        throw new HttpProblem('not-loaded-yet', detail, { headers: { 'Retry-After': '1' } });
      }
      response.set('Cache-Control', 'no-store').json({ status: 'ready' });
    })
    .all(onlyMethods('GET', 'HEAD'));
  router
    .route('/metrics')
    .get((request, response, next) => {
      if (isOfThisMachine(request, publicUrl)) next();
      else figuresLimit(request, response, next);
    })
    .get((request, response, next) => {
      if (!isOfThisMachine(request, publicUrl)) requireToken(request, metricsToken);
      return metrics.answer(request, response, next);
    })
    .all(onlyMethods('GET', 'HEAD'));
  return router;
}
