import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Access } from './access/access.ts';
import { createNetworks } from './access/networks.ts';
import type { Sessions } from './access/sessions/sessions.ts';
import type { SignIn } from './access/sign-in.ts';
import type { Tokens } from './access/tokens/tokens.ts';
import { auditRoutes } from './http/audit-routes.ts';
import { authRoutes } from './http/auth-routes.ts';
import { authorize } from './http/authorize.ts';
import { stripBasePath } from './http/base-path.ts';
import { noteClientAddress } from './http/client-address.ts';
import { clientFiles } from './http/client-files.ts';
import { compressRest } from './http/compress-rest.ts';
import { foreignGuard } from './http/foreign-requests.ts';
import { bodyGuard, endLargeBodies, hostGuard } from './http/guards.ts';
import { securityHeaders } from './http/headers.ts';
import { healthRoutes } from './http/health.ts';
import { inTurn } from './http/in-turn.ts';
import { createKeptAnswers } from './http/kept-answers.ts';
import { LIMITS } from './http/limits.ts';
import { meRoutes } from './http/me.ts';
import type { Metrics } from './http/metrics.ts';
import { openApiRoutes } from './http/openapi-routes.ts';
import { requirePrincipal } from './http/principal.ts';
import { answerProblem, unknownRoute } from './http/problem.ts';
import { requestLimit } from './http/rate-limit.ts';
import { requestLog } from './http/request-log.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { tokenRoutes } from './http/token-routes.ts';
import { type WorkspaceRoutesOptions, workspaceRoutes } from './http/workspaces.ts';

/** The parts and settings of the app. */
export interface AppOptions extends WorkspaceRoutesOptions {
  /** Asked once for each request to the API, before it is limited or routed. */
  readonly access: Access;
  /** Signs people in here; null where that happens elsewhere or not at all. */
  readonly signIn: SignIn | null;
  /** API tokens; null where there are none. */
  readonly tokens: Tokens | null;
  /** Who is signed in here; null where that is known elsewhere or nobody signs in. */
  readonly sessions: Pick<Sessions, 'list' | 'idOf' | 'endById'> | null;
  /** The name or address that the server will listen on. */
  readonly host: string;
  /** Where people reach it through a proxy; null where they reach it as it listens. */
  readonly publicUrl: string | null;
  /** The path under which they do, like `/loopdesk`; empty for none. */
  readonly basePath: string;
  /** The networks of proxies that tell where a request comes from. */
  readonly trustedProxies: Parameters<typeof createNetworks>[0];
  /** The bearer token of the figures for others than this machine; null for none. */
  readonly metricsToken: string | null;
  /** The client's build; null when there is none. */
  readonly clientDir: string | null;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Whether the process is about to end; never when left out. */
  readonly isStopping?: () => boolean;
}

/** Builds the app. It listens to nothing and starts nothing: that is main's business. */
export function buildApp(options: AppOptions): Express {
  const {
    workspaces,
    access,
    signIn,
    tokens,
    sessions,
    audit,
    metrics,
    logger,
    host,
    publicUrl,
    basePath,
    trustedProxies,
    metricsToken,
    clientDir,
    now,
    limits = LIMITS,
    isStopping = () => false,
  } = options;
  const answers = createKeptAnswers(workspaces, limits);
  metrics.observe(workspaces, now);
  metrics.observeAnswers(answers);
  metrics.observeReports(options.reports?.keys() ?? []);
  const ids = new Set(workspaces.map(({ workspace }) => workspace.id));
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.use(
    inTurn(
      stripBasePath(basePath),
      noteClientAddress(createNetworks(trustedProxies)),
      securityHeaders(publicUrl),
      endLargeBodies,
      foreignGuard(metrics.foreignRequest, publicUrl),
      requestLog(logger, ids, publicUrl !== null),
      metrics.timeRequests,
      hostGuard(host, publicUrl),
    ),
  );
  // Its own guard of bodies lets logout tokens through.
  if (signIn !== null && publicUrl !== null) app.use(authRoutes({ signIn, publicUrl }));
  app.use(inTurn(bodyGuard, compressRest()));
  app.use('/api', inTurn(requirePrincipal(access), requestLimit(limits), authorize(ids)));
  // First what is asked most: each router that a request passes takes a hundredth of a repeated list's time.
  app.use(workspaceRoutes(options, answers));
  app.use(meRoutes({ access, workspaces }));
  app.use(openApiRoutes({ access, publicUrl }));
  app.use(tokenRoutes({ tokens, audit, workspaces, now }));
  app.use(sessionRoutes({ sessions, audit, workspaces }));
  app.use(auditRoutes({ audit, workspaces, now, limits }));
  app.use('/api', unknownRoute);
  app.use(healthRoutes({ workspaces, metrics, isStopping, publicUrl, metricsToken }));
  app.use(clientFiles(clientDir, basePath));
  // For what is no path, like the target of `OPTIONS *`.
  app.use(unknownRoute);
  app.use(answerProblem(logger));
  return app;
}
