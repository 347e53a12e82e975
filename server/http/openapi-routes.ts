import { Router } from 'express';
import type { Access } from '../access/access.ts';
import { onlyMethods } from './problem.ts';

interface OpenApiRoutesOptions {
  readonly access: Pick<Access, 'kind'>;
  /** The address where people reach Loopdesk; null where they reach it as it listens. */
  readonly publicUrl: string | null;
}

/** The route that describes the API to programs. What it takes is loaded with the first request. */
export function openApiRoutes({ access, publicUrl }: OpenApiRoutesOptions): Router {
  const router = Router({ caseSensitive: true });
  let text: string | null = null;

  async function make(): Promise<string> {
    const { describeApi } = await import('./openapi/document.ts');
    return JSON.stringify(describeApi({ access: access.kind, publicUrl }));
  }

  router
    .route('/api/openapi.json')
    .get(async (_request, response) => {
      text ??= await make();
      response.set('Cache-Control', 'no-store').type('application/json').send(text);
    })
    .all(onlyMethods('GET', 'HEAD'));
  return router;
}
