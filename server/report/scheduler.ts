import type { Logger } from 'pino';
import { DAY_MS } from '../../contract/index.ts';
import type { RecordedSource } from '../history/stored.ts';
import { lastDue, nextDue } from './due.ts';
import type { Mail, SendMail } from './send-mail.ts';
import type { ReportStore, StoredReport } from './stored.ts';

/** How an attempt ended, as the metrics count it. */
export type ReportEnd = 'sent' | 'failed' | 'unknown' | 'given-up';

interface SchedulerOptions {
  readonly source: RecordedSource;
  readonly store: ReportStore;
  /** Composes the mail for a zone; null while there is nothing to compose it from. */
  readonly compose: (zone: string) => Mail | null;
  readonly send: SendMail;
  readonly logger: Logger;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly onEnd: (end: ReportEnd) => void;
  /** Tells whether this process is the one that sends; it alone does when left out. */
  readonly isSender?: (() => boolean) | undefined;
}

/** The sending of one workspace's mails at their times. */
export interface Scheduler {
  /** Looks at the schedule: at the start, and after each change of it. */
  wake(): void;
  /** Whether a mail is on its way at this moment. */
  isSending(): boolean;
  /** Resolves when nothing is being sent any more. */
  stop(): Promise<void>;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A mail is tried so long, from its first attempt in this process. */
const PATIENCE_MS = 6 * HOUR_MS;

/** The most time between two looks: somebody may set the clock, and a timer takes 24 days at most. */
const LONGEST_WAIT_MS = HOUR_MS;

/** The same where another process may change the schedule, or end and leave the sending to this one. */
const SHARED_WAIT_MS = MINUTE_MS;

const UNKNOWN =
  'Whether the last one arrived is not known: it was being handed over when Loopdesk or the connection ended. It is not sent twice.';
const NOT_YET = 'The tickets, or what was recorded of them, have not been read yet.';

/** The attempts at the mail of one due instant. */
interface Attempts {
  readonly due: number;
  readonly firstAt: number;
  count: number;
}

/**
 * Sends each mail at most once: that it is begun is stored before, and what became of it after. One that a failure has kept
 * from everybody is tried again for six hours; one that was due while Loopdesk was down is sent within a day.
 */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { source, store, compose, send, logger, now, onEnd, isSender } = options;
  const { workspace } = source;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let isWoken = false;
  let isSending = false;
  let isStopped = false;
  let attempts: Attempts | null = null;

  /** @returns the milliseconds to the next look; null for none */
  async function look(): Promise<number | null> {
    if (isSender !== undefined && !isSender()) return SHARED_WAIT_MS;
    const longest = isSender === undefined ? LONGEST_WAIT_MS : SHARED_WAIT_MS;
    const report = await store.load(source);
    if (report === null || !report.enabled || report.recipients.length === 0) {
      return isSender === undefined ? null : longest;
    }
    const due = lastDue(report, now());
    const wait = isOwed(report, due, now()) ? await attempt(report, due) : null;
    return Math.min(wait ?? nextDue(report, now()) - now(), longest);
  }

  /** @returns the milliseconds to the next attempt; null for none */
  async function attempt(report: StoredReport, due: number): Promise<number | null> {
    if (attempts?.due !== due) attempts = { due, firstAt: now(), count: 0 };
    attempts.count++;
    const mail = compose(report.zone);
    if (mail === null && !isOver(attempts)) {
      await store.tell(source, NOT_YET);
      return backOff(attempts);
    }
    if (!(await store.begin(source, report.version, due, UNKNOWN))) return null;
    if (mail === null) return await fail(attempts, NOT_YET);
    return await deliver(mail, report.recipients, attempts);
  }

  async function deliver(mail: Mail, recipients: readonly string[], by: Attempts): Promise<number | null> {
    isSending = true;
    try {
      const outcome = await send(mail, recipients);
      if (outcome.kind === 'failed') return await fail(by, outcome.reason);
      const isSent = outcome.kind === 'sent';
      const problem = isSent ? describeRefused(outcome.refused) : UNKNOWN;
      await store.finish(source, by.due, { sentAt: isSent ? now() : null, problem, again: false });
      onEnd(outcome.kind);
      if (isSent) logger.info({ workspace, refused: outcome.refused }, 'a report was sent');
      else logger.error({ workspace, reason: outcome.reason }, 'it is not known whether a report arrived');
      return null;
    } finally {
      isSending = false;
    }
  }

  async function fail(failed: Attempts, reason: string): Promise<number | null> {
    const again = !isOver(failed);
    const rest = again ? 'It is tried again.' : 'It was given up after six hours.';
    await store.finish(source, failed.due, { sentAt: null, problem: `${reason} ${rest}`, again });
    onEnd(again ? 'failed' : 'given-up');
    logger.error({ workspace, reason, attempts: failed.count }, 'a report was not sent');
    return again ? backOff(failed) : null;
  }

  function isOver({ firstAt }: Attempts): boolean {
    return now() - firstAt >= PATIENCE_MS;
  }

  async function work(): Promise<void> {
    let wait: number | null;
    do {
      isWoken = false;
      wait = await look().catch((error: unknown) => {
        logger.error({ workspace, err: error }, 'the schedule of reports could not be looked at');
        return MINUTE_MS;
      });
    } while (isWoken && !isStopped);
    running = null;
    if (wait !== null && !isStopped) timer = setTimeout(wake, wait).unref();
  }

  function wake(): void {
    if (isStopped) return;
    clearTimeout(timer);
    isWoken = true;
    running ??= work();
  }

  return {
    wake,
    isSending: () => isSending,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Whether the mail of an instant is to be sent: within a day, by times that held then, and not begun before. */
function isOwed({ since, begun }: StoredReport, due: number, now: number): boolean {
  return due > since && now - due < DAY_MS && (begun === null || begun < due);
}

/** A minute, two, four … an hour. */
function backOff({ count }: Attempts): number {
  return Math.min(MINUTE_MS * 2 ** (count - 1), HOUR_MS);
}

function describeRefused(refused: number): string | null {
  if (refused === 0) return null;
  return `The mail server refused ${refused === 1 ? 'one of the recipients' : `${refused} of the recipients`}.`;
}
