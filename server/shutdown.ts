import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** The longest that a shutdown takes, whatever is still going on. */
const BOUND_MS = 5000;
const IDLE_CHECK_MS = 50;

/**
 * Ends the process on SIGINT and SIGTERM with code 0: no new requests, those under way are answered, idle
 * connections are closed, `stop` ends the rest. A second signal ends it at once.
 */
export function stopOnSignals(server: Server, stop: () => Promise<unknown>, logger: Logger): void {
  let stopping = false;
  const onSignal = async (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, 'stopping');
    await Promise.race([Promise.allSettled([closeServer(server), stop()]), sleep(BOUND_MS)]);
    process.exit(0);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

/** Logs what nobody caught. After an exception the state of things is unknown, so the process ends. */
export function logUncaught(logger: Logger): void {
  process.on('unhandledRejection', (error) => logger.error({ err: error }, 'an unhandled rejection'));
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'an uncaught exception');
    process.exit(1);
  });
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection that is answering now becomes idle later, and would be kept alive.
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  await closed;
  clearInterval(sweep);
}
