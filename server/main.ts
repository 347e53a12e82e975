import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { Access } from './access/access.ts';
import { createAccess } from './access/create-access.ts';
import { buildApp } from './app.ts';
import { banner } from './banner.ts';
import { type Env, readEnv } from './env.ts';
import { describeErrors } from './env-errors.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { createHttpServer } from './http/server.ts';
import { createLogger } from './logger.ts';
import { createShutdown } from './shutdown.ts';
import { createMemoryArchive } from './snapshot/memory-archive.ts';
import type { ServedWorkspace } from './snapshot/ports.ts';
import { createViewerSnapshots } from './snapshot/viewer-snapshots.ts';
import { openCallCount, type StoredCallCount } from './store/call-count.ts';
import { takeFirstNumber } from './store/first-number.ts';
import { createPlanner } from './sync/planner.ts';
import { buildBetweenEvents } from './sync/publisher.ts';
import { createWorkspaceSync } from './sync/workspace-sync.ts';
import type { WorkspaceSync } from './sync/workspace-sync-options.ts';
import { createCallBudget } from './upstream/call-budget.ts';
import { createUpstreamClient } from './upstream/client.ts';
import { createClock } from './upstream/clock.ts';
import { createPacer } from './upstream/pacer.ts';
import { createReliableClient } from './upstream/retry.ts';

/** The source of tickets: QuestionPro, or the sandbox in its place. */
type Upstream = NonNullable<Env['live']>;

const settings = readEnv();
if (settings.ok) await start(settings.env);
else exitWith(describeErrors(settings.errors));

async function start(env: Env): Promise<void> {
  const upstream = env.live ?? (await startDemo());
  const logger = createLogger({ level: env.logLevel, secrets: [upstream.apiKey, ...accessSecrets(env)] });
  const created = await createAccess(env.access, {
    workspaces: upstream.workspaces.map(({ id }) => id),
    database: null,
    retentionDays: env.retentionDays,
    logger,
  });
  if (!created.ok) exitWith(describeErrors(created.errors));
  const { access, signIn, tokens, audit } = created;
  const shutdown = createShutdown(logger);
  const metrics = createMetrics();
  const callCount = openCount(env, logger);
  const syncs = createSyncs(env, upstream, logger, metrics, callCount);
  const app = buildApp({
    mode: env.live === null ? 'demo' : 'live',
    ticketUrlTemplate: env.ticketUrlTemplate,
    workspaces: syncs.map((sync) => serveFrom(sync, access, logger)),
    access,
    signIn,
    tokens,
    audit,
    host: env.host,
    publicUrl: env.access.kind === 'none' ? null : env.access.publicUrl,
    metricsToken: env.metricsToken,
    clientDir: findClient(),
    logger,
    metrics,
    now: Date.now,
    isStopping: shutdown.isUnderWay,
  });
  const server = await listen(app, env);
  const url = urlOf(server.address() as AddressInfo);
  process.stdout.write(banner({ env, url, workspaces: upstream.workspaces }));
  shutdown.attach(server, async () => {
    created.close();
    await Promise.all(syncs.map((sync) => sync.stop()));
    callCount?.close();
  });
  for (const sync of syncs) sync.start();
}

function accessSecrets({ access }: Env): readonly string[] {
  return access.kind === 'oidc' ? [access.clientSecret] : [];
}

/** The sandbox is loaded only when it is needed: it is no part of the live product. */
async function startDemo(): Promise<Upstream> {
  const { startSandbox } = await import('./sandbox/server.ts');
  const { baseUrl, apiKey, workspaces } = await startSandbox();
  return { baseUrl, apiKey, workspaces: [...workspaces] };
}

/** The sandbox's calls are not counted over a restart: it has forgotten them too. */
function openCount({ live, dataDir, callsPerDay }: Env, logger: Logger): StoredCallCount | null {
  if (live === null) return null;
  const { apiKey, baseUrl } = live;
  return openCallCount({ directory: dataDir, apiKey, baseUrl, callsPerDay, logger });
}

/** The demo keeps nothing, so its numbers are the time's. */
function findFirstNumber({ live, dataDir }: Env, logger: Logger): number {
  const now = Date.now();
  return live === null ? now : takeFirstNumber({ directory: dataDir, now, logger });
}

function createSyncs(
  env: Env,
  upstream: Upstream,
  logger: Logger,
  metrics: Metrics,
  callCount: StoredCallCount | null,
): WorkspaceSync[] {
  const clock = createClock();
  const firstNumber = findFirstNumber(env, logger);
  const budget = createCallBudget({ perDay: env.callsPerDay, callCount: callCount ?? undefined });
  const pacer = createPacer({ callsPerMinute: env.callsPerMinute, budget, clock });
  const client = createReliableClient({
    pacer,
    clock,
    client: createUpstreamClient({
      ...upstream,
      onCall: metrics.upstreamCall,
      onUnreadable: ({ workspace, page }, report) =>
        logger.warn({ workspace, page, ...report }, 'records that are not as promised'),
    }),
    onRetry: ({ kind, status, code }, milliseconds, attempt) =>
      logger.warn({ kind, status, code, milliseconds, attempt }, 'a call is tried again'),
  });
  const planner = createPlanner({ usage: pacer.usage, refreshMs: env.refreshMs, clock });
  return upstream.workspaces.map((workspace) =>
    createWorkspaceSync({
      workspace,
      client,
      usage: pacer.usage,
      planner,
      perPage: env.perPage,
      archive: createMemoryArchive(firstNumber),
      clock,
      logger,
      onRead: (outcome, milliseconds) => metrics.read(workspace.id, outcome, milliseconds),
    }),
  );
}

/** One sync stands behind all ports of its workspace. */
function serveFrom(sync: WorkspaceSync, access: Access, logger: Logger): ServedWorkspace {
  const onError = (err: unknown) => logger.error({ err }, 'the snapshot for viewers could not be made');
  const viewerSnapshots =
    access.kind === 'none' ? null : createViewerSnapshots({ full: sync, build: buildBetweenEvents, onError });
  return { workspace: sync.workspace, snapshots: sync, reading: sync, refreshing: sync, viewerSnapshots };
}

/** The client's build lies beside the server's. In development Vite serves the client, from its sources. */
function findClient(): string | null {
  return import.meta.url.endsWith('.js') ? fileURLToPath(new URL('../client', import.meta.url)) : null;
}

function listen(app: Express, { host, port }: Env): Promise<Server> {
  const server = createHttpServer(app);
  return new Promise((resolve) => {
    const refuse = (error: NodeJS.ErrnoException) => exitWith(describeListenError(error, host, port));
    server.once('error', refuse);
    server.listen(port, host, () => resolve(server.off('error', refuse)));
  });
}

function describeListenError({ code }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken. Stop what uses it, or choose another one: PORT=${port + 1}\n`;
  }
  if (code === 'EACCES')
    return `Port ${port} needs rights that Loopdesk does not have. Choose one from 1024 up.\n`;
  return `Loopdesk could not listen on ${host}, port ${port} (${code ?? 'unknown reason'}).\n`;
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function exitWith(message: string): never {
  process.stderr.write(message);
  process.exit(1);
}
