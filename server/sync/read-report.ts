import type { FailureKind } from '../../contract/index.ts';
import { UpstreamFailure } from '../upstream/failure.ts';
import type { TicketRead } from './read-tickets.ts';

/** The log, which is told nothing of any ticket's content. */
export interface SyncLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** The result of a read of all tickets. */
type ReadOutcome = 'whole' | 'not-whole' | FailureKind;

/** Is told how each read ended, and how long it took. */
export type OnRead = (outcome: ReadOutcome, milliseconds: number) => void;

/** Tells the log and the figures how the reads of a workspace end. */
export interface ReadReport {
  ended(read: TicketRead, milliseconds: number): void;
  /** @param failures how many reads in a row have failed */
  failed(failure: UpstreamFailure, failures: number, milliseconds: number): void;
  pagesFailed(failure: UpstreamFailure, pages: readonly number[]): void;
  /** A bug of ours. */
  crashed(err: unknown, message: string): void;
  /** The failure that an error is. A bug of ours is told, and must not end the reading for good, nor pass for an empty list. */
  failureOf(error: unknown): UpstreamFailure;
}

/** Advice to whoever runs it; the failures without one end by themselves, or with QuestionPro. */
const REMEDIES: { readonly [Kind in UpstreamFailure['kind']]?: string } = {
  unauthorized: 'check QUESTIONPRO_API_KEY',
  forbidden: 'check what QUESTIONPRO_API_KEY may see, and the ids in QUESTIONPRO_WORKSPACES',
};

export function createReadReport(workspace: string, logger: SyncLog, onRead?: OnRead): ReadReport {
  const crashed: ReadReport['crashed'] = (err, message) => logger.error({ workspace, err }, message);
  return {
    ended({ total, whole, tickets, isFull }, milliseconds) {
      logger.info({ workspace, milliseconds, total, whole, read: tickets.size }, 'tickets read');
      if (isFull) logger.warn({ workspace, read: tickets.size }, 'there is no room for all tickets');
      onRead?.(whole ? 'whole' : 'not-whole', milliseconds);
    },
    failed({ kind, status, code }, failures, milliseconds) {
      const remedy = REMEDIES[kind];
      logger.warn({ workspace, kind, status, code, failures, remedy }, 'tickets could not be read');
      onRead?.(kind, milliseconds);
    },
    pagesFailed({ kind, status, code }, pages) {
      logger.warn({ workspace, kind, status, code, pages }, 'pages could not be read');
    },
    crashed,
    failureOf(error) {
      if (error instanceof UpstreamFailure) return error;
      crashed(error, 'the reading of tickets failed');
      return new UpstreamFailure('unreadable');
    },
  };
}
