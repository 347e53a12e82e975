import type { Logger } from 'pino';
import type { ReportAnswer, ReportSchedule, Workspace } from '../../contract/index.ts';
import type { RecordedHistory } from '../history/recorded-history.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { composeReport } from './compose-report.ts';
import { nextDue } from './due.ts';
import { createLinks } from './links.ts';
import { reportHtml } from './report-html.ts';
import { reportText } from './report-text.ts';
import { subjectOf } from './report-words.ts';
import { createScheduler, type ReportEnd } from './scheduler.ts';
import type { Mail, SendMail } from './send-mail.ts';
import type { ReportStore, StoredReport } from './stored.ts';

/** The schedule of a workspace's reports, as the API reads and changes it. */
export interface ReportControl {
  read(): Promise<ReportAnswer>;
  /** Changes it; null when it names a version that is gone. */
  save(schedule: ReportSchedule): Promise<ReportAnswer | null>;
}

/** A workspace as far as its report needs it. */
export interface ReportedWorkspace {
  readonly workspace: Workspace;
  readonly snapshots: { newest(): Snapshot | null };
  readonly recording: { history(): RecordedHistory | null };
  /** Tells whether this process is the one that sends; it alone does when left out. */
  readonly isReadHere?: (() => boolean) | undefined;
}

interface ReportOptions {
  readonly served: ReportedWorkspace;
  readonly baseUrl: string;
  readonly publicUrl: string;
  readonly store: ReportStore;
  readonly send: SendMail;
  readonly logger: Logger;
  readonly now?: () => number;
  readonly onEnd: (workspace: string, end: ReportEnd) => void;
}

/** The report of a workspace: what the API sees of it, and what sends it. */
export interface CreatedReport {
  /** The workspace's id. */
  readonly workspace: string;
  readonly control: ReportControl;
  start(): void;
  stop(): Promise<void>;
}

/** Puts together what composes, schedules and sends a workspace's report. */
export function createReport(options: ReportOptions): CreatedReport {
  const { served, baseUrl, publicUrl, store, send, logger, now = Date.now, onEnd } = options;
  const { id, name } = served.workspace;
  const source = { baseUrl, workspace: id };
  const links = createLinks(publicUrl, id);

  function compose(zone: string): Mail | null {
    const snapshot = served.snapshots.newest();
    const history = served.recording.history();
    if (snapshot === null || history === null) return null;
    const report = composeReport({ workspace: name, snapshot, history }, zone, now());
    return { subject: subjectOf(report), text: reportText(report, links), html: reportHtml(report, links) };
  }

  const scheduler = createScheduler({
    source,
    store,
    compose,
    send,
    logger,
    now,
    onEnd: (end) => onEnd(id, end),
    isSender: served.isReadHere,
  });
  const answer = (stored: StoredReport | null) =>
    toAnswer(stored ?? UNSCHEDULED, now(), scheduler.isSending());
  return {
    workspace: id,
    control: {
      read: async () => answer(await store.load(source)),
      async save(schedule) {
        const saved = await store.save(source, schedule, now());
        scheduler.wake();
        return saved === null ? null : answer(saved);
      },
    },
    start: scheduler.wake,
    stop: scheduler.stop,
  };
}

/** A workspace that nobody has made a schedule for. */
const UNSCHEDULED: StoredReport = {
  version: 0,
  recipients: [],
  weekday: 'monday',
  at: '08:00',
  zone: 'UTC',
  enabled: false,
  since: 0,
  begun: null,
  lastSentAt: null,
  problem: null,
};

/** While a mail is on its way, what became of it is no problem yet. */
function toAnswer(report: StoredReport, now: number, isSending: boolean): ReportAnswer {
  const { version, recipients, weekday, at, zone, enabled, lastSentAt, problem } = report;
  const isDue = enabled && recipients.length > 0;
  return {
    available: true,
    version,
    recipients,
    weekday,
    at,
    zone,
    enabled,
    nextAt: isDue ? new Date(nextDue(report, now)).toISOString() : null,
    lastSentAt: lastSentAt === null ? null : new Date(lastSentAt).toISOString(),
    problem: isSending ? null : problem,
  };
}
