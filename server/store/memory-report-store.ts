import type { RecordedSource } from '../history/stored.ts';
import { hasSameTimes, type ReportStore, type StoredReport } from '../report/stored.ts';

/** The store of schedules that ends with the process. */
export function createMemoryReportStore(): ReportStore {
  const reports = new Map<string, StoredReport>();
  const keyOf = ({ baseUrl, workspace }: RecordedSource) => JSON.stringify([baseUrl, workspace]);
  const find = (source: RecordedSource) => reports.get(keyOf(source));
  const change = (source: RecordedSource, part: Partial<StoredReport>) => {
    const report = find(source);
    if (report !== undefined) reports.set(keyOf(source), { ...report, ...part });
  };
  return {
    load: async (source) => find(source) ?? null,
    async save(source, schedule, since) {
      const before = find(source);
      if ((before?.version ?? 0) !== schedule.version) return null;
      const report: StoredReport = {
        begun: null,
        lastSentAt: null,
        ...before,
        ...schedule,
        version: schedule.version + 1,
        since: before !== undefined && hasSameTimes(before, schedule) ? before.since : since,
        problem: null,
      };
      reports.set(keyOf(source), report);
      return report;
    },
    async begin(source, version, due, problem) {
      const report = find(source);
      if (report === undefined || report.version !== version || !report.enabled) return false;
      if (report.begun !== null && report.begun >= due) return false;
      change(source, { begun: due, problem });
      return true;
    },
    async finish(source, due, { sentAt, problem, again }) {
      const report = find(source);
      if (report?.begun !== due) return;
      change(source, {
        begun: again ? null : due,
        lastSentAt: sentAt ?? report.lastSentAt,
        problem,
      });
    },
    tell: async (source, problem) => change(source, { problem }),
  };
}
