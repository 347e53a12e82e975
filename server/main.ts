import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { createAccess } from './access/create-access.ts';
import { buildApp } from './app.ts';
import { banner } from './banner.ts';
import type { Upstream } from './build-reading.ts';
import { buildWorkspaces } from './build-workspaces.ts';
import { type Env, readEnv } from './env.ts';
import { describeErrors } from './env-errors.ts';
import { createMetrics } from './http/metrics.ts';
import { createHttpServer } from './http/server.ts';
import { createLogger } from './logger.ts';
import { createReports } from './report/create-reports.ts';
import type { Sandbox } from './sandbox/server.ts';
import { createShutdown } from './shutdown.ts';
import { openCallCount, type StoredCallCount } from './store/call-count.ts';
import { takeFirstNumber } from './store/first-number.ts';
import { type OpenedStore, type OpenStoreOptions, openStore } from './store/open-store.ts';
import { StoreInUse } from './store/store-in-use.ts';

/** Milliseconds after which a session or a token is looked at again where other processes may end it. */
const SHARED_FRESH_MS = 2_000;

const settings = readEnv();
if (settings.ok) await start(settings.env);
else exitWith(describeErrors(settings.errors));

async function start(env: Env): Promise<void> {
  const sandbox = env.live === null ? await startDemo() : null;
  const upstream = env.live ?? upstreamOf(sandbox as Sandbox);
  const logger = createLogger({ level: env.logLevel, secrets: secretsOf(env, upstream) });
  // The demo keeps nothing on disk.
  const wanted = sandbox === null ? env.store : ({ kind: 'memory' } as const);
  const store = await openStoreOrExit({ store: wanted, dataDir: env.dataDir, log: logger });
  const created = await createAccess(env.access, {
    workspaces: upstream.workspaces.map(({ id }) => id),
    database: store.database,
    freshMs: store.urgent === null ? undefined : SHARED_FRESH_MS,
    retentionDays: env.retentionDays,
    logger,
  });
  if (!created.ok) exitWith(describeErrors(created.errors));
  const { access, signIn, tokens, sessions, audit, figures } = created;
  const shutdown = createShutdown(logger);
  const metrics = createMetrics();
  if (figures !== null) metrics.observeAccess(figures);
  const callCount = openCount(env, logger);
  const firstNumber = findFirstNumber(env, logger);
  const built = await buildWorkspaces({
    env,
    upstream,
    access,
    logger,
    metrics,
    callCount,
    firstNumber,
    store,
    storeKind: wanted.kind,
    sandbox,
  });
  if (built.sharing !== null) metrics.observeSharing(built.sharing);
  const reports = createReports({
    mail: env.mail,
    workspaces: built.served,
    baseUrl: upstream.baseUrl,
    store: store.reports,
    logger,
    onEnd: metrics.report,
  });
  const app = buildApp({
    mode: sandbox === null ? 'live' : 'demo',
    ticketUrlTemplate: env.ticketUrlTemplate,
    workspaces: built.served,
    reports: reports.controls,
    access,
    signIn: signIn && metrics.countSignIns(signIn),
    tokens,
    sessions,
    audit,
    host: env.host,
    publicUrl: env.access.kind === 'none' ? null : env.access.publicUrl,
    basePath: env.basePath,
    trustedProxies: env.access.kind === 'none' ? [] : env.access.trusted,
    metricsToken: env.metricsToken,
    clientDir: findClient(),
    logger,
    metrics,
    now: Date.now,
    isStopping: shutdown.isUnderWay,
  });
  const server = await listen(app, env);
  const url = urlOf(server.address() as AddressInfo);
  shutdown.attach(server, async () => {
    created.close();
    await reports.stop();
    await built.stop();
    await store.close();
    callCount?.close();
  });
  // Whoever reads it may end the process at once.
  process.stdout.write(banner({ env, url, workspaces: upstream.workspaces }));
  built.start();
  reports.start();
}

/** What no line of the log may hold. */
function secretsOf({ mail, access, store }: Env, { apiKey }: Upstream): readonly string[] {
  return [
    apiKey,
    ...(mail === null ? [] : [passwordOf(mail.url)]),
    ...(store.kind === 'postgres' ? [passwordOf(store.databaseUrl)] : []),
    ...(access.kind === 'oidc' ? [access.clientSecret] : []),
  ];
}

function passwordOf(url: string): string {
  return decodeURIComponent(new URL(url).password);
}

/** The sandbox is loaded only when it is needed: it is no part of the live product. */
async function startDemo(): Promise<Sandbox> {
  const { startSandbox } = await import('./sandbox/server.ts');
  return await startSandbox();
}

function upstreamOf({ baseUrl, apiKey, workspaces }: Sandbox): Upstream {
  return { baseUrl, apiKey, workspaces: [...workspaces] };
}

async function openStoreOrExit(options: OpenStoreOptions): Promise<OpenedStore> {
  try {
    return await openStore(options);
  } catch (error) {
    if (!(error instanceof StoreInUse)) throw error;
    return exitWith(`${error.message}\n`);
  }
}

/** The sandbox's calls are not counted over a restart: it has forgotten them too. */
function openCount({ live, dataDir, callsPerDay, store }: Env, logger: Logger): StoredCallCount | null {
  if (live === null) return null;
  const { apiKey, baseUrl } = live;
  const shared = { consequence: 'the database has all but those that it was never told of' };
  return openCallCount({
    ...(store.kind === 'postgres' ? shared : {}),
    ...{ directory: dataDir, apiKey, baseUrl, callsPerDay, logger },
  });
}

/** The demo keeps nothing, so its numbers are the time's. */
function findFirstNumber({ live, dataDir }: Env, logger: Logger): number {
  const now = Date.now();
  return live === null ? now : takeFirstNumber({ directory: dataDir, now, logger });
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
