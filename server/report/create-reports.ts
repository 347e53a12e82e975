import type { Logger } from 'pino';
import { createReport, type ReportControl, type ReportedWorkspace } from './create-report.ts';
import type { ReportEnd } from './scheduler.ts';
import { createSendMail, type MailSettings } from './send-mail.ts';
import type { ReportStore } from './stored.ts';

interface ReportsOptions {
  /** Null where no mail is sent. */
  readonly mail: (MailSettings & { readonly publicUrl: string }) | null;
  readonly workspaces: readonly ReportedWorkspace[];
  readonly baseUrl: string;
  readonly store: ReportStore;
  readonly logger: Logger;
  readonly onEnd: (workspace: string, end: ReportEnd) => void;
}

/** The reports of all workspaces. */
export interface Reports {
  /** By workspace; empty where no mail is sent. */
  readonly controls: ReadonlyMap<string, ReportControl>;
  start(): void;
  stop(): Promise<void>;
}

/** Puts together the reports of all workspaces. Nothing is sent before they are started. */
export function createReports({ mail, workspaces, ...options }: ReportsOptions): Reports {
  const send = mail === null ? null : createSendMail(mail);
  const publicUrl = mail?.publicUrl ?? '';
  const reports =
    send === null ? [] : workspaces.map((served) => createReport({ ...options, served, publicUrl, send }));
  return {
    controls: new Map(reports.map(({ workspace, control }) => [workspace, control])),
    start() {
      for (const report of reports) report.start();
    },
    stop: async () => void (await Promise.all(reports.map((report) => report.stop()))),
  };
}
