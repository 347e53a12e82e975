import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** The longest that a shutdown takes, in milliseconds, whatever is still going on. */
const BOUND_MS = 5_000;
const IDLE_CHECK_MS = 50;

/** The end of the process, from the first sign of it. */
export interface Shutdown {
  isUnderWay(): boolean;
  /**
   * From now on the process ends by draining `server` and by `stop`, which ends everything else: with code 0
   * on SIGINT and SIGTERM. Several signals are one: a terminal and npm both send theirs.
   */
  attach(server: Server, stop: () => Promise<unknown>): void;
}

/**
 * Logs from now on what nobody caught. An exception leaves the state of things unknown, so the requests under
 * way are answered and the process ends with code 1, for its supervisor to start it again. A rejection that
 * nobody waits for harms nobody else, and so ends nothing.
 */
export function createShutdown(logger: Logger): Shutdown {
  let underWay = false;
  let end: () => Promise<unknown> = () => Promise.resolve();

  async function exit(code: number): Promise<void> {
    if (underWay) return;
    underWay = true;
    await end();
    process.exit(code);
  }

  process.on('unhandledRejection', (error) => logger.error({ err: error }, 'an unhandled rejection'));
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'an uncaught exception');
    void exit(1);
  });
  return {
    isUnderWay: () => underWay,
    attach(server, stop) {
      end = () => drain(server, stop, BOUND_MS);
      const onSignal = (signal: NodeJS.Signals) => {
        if (!underWay) logger.info({ signal }, 'stopping');
        void exit(0);
      };
      process.on('SIGINT', onSignal);
      process.on('SIGTERM', onSignal);
    },
  };
}

/**
 * Takes no new connections, lets the requests under way be answered and calls `stop`. Resolves when all that
 * is done, or after `boundMs` milliseconds; never rejects.
 */
export async function drain(server: Server, stop: () => Promise<unknown>, boundMs: number): Promise<void> {
  const all = Promise.allSettled([closeServer(server), stop()]);
  await Promise.race([all, sleep(boundMs)]);
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection that is answering now becomes idle later, and would be kept alive.
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  await closed;
  clearInterval(sweep);
}
