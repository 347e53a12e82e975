import type { RecordedSource } from '../history/stored.ts';
import { hasSameTimes, type ReportStore, type StoredReport } from '../report/stored.ts';

/** Schedules with their workspaces, by {@link keyOf}. */
export type MemoryReports = Map<string, { readonly source: RecordedSource; readonly report: StoredReport }>;

/** A workspace as a key. */
export function keyOf({ baseUrl, workspace }: RecordedSource): string {
  return JSON.stringify([baseUrl, workspace]);
}

/** Drops the schedules which nothing has happened to since an instant; tells of which workspaces. */
export function dropForgotten(
  reports: MemoryReports,
  isKept: (key: string) => boolean,
  before: number,
): readonly RecordedSource[] {
  const forgotten = [...reports].filter(([key, { report }]) => {
    const { since, begun, lastSentAt } = report;
    return !isKept(key) && Math.max(since, begun ?? since, lastSentAt ?? since) < before;
  });
  for (const [key] of forgotten) reports.delete(key);
  return forgotten.map(([, { source }]) => source);
}

/** The store of schedules that ends with the process. */
export function createMemoryReportStore(reports: MemoryReports = new Map()): ReportStore {
  const find = (source: RecordedSource) => reports.get(keyOf(source))?.report;
  const change = (source: RecordedSource, part: Partial<StoredReport>) => {
    const report = find(source);
    if (report !== undefined) reports.set(keyOf(source), { source, report: { ...report, ...part } });
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
      reports.set(keyOf(source), { source, report });
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
