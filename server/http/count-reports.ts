import { Counter, type Registry } from 'prom-client';

const OUTCOMES = ['sent', 'failed', 'unknown', 'given-up'];

/** The counter of the attempts to send reports by mail. */
export interface ReportCounter {
  count(workspace: string, outcome: string): void;
  /** Has the workspaces whose reports may be sent begin at zero: a first failure is an increase only after that. */
  begin(workspaces: Iterable<string>): void;
}

/** Counts the attempts to send a report by mail, by workspace and outcome. */
export function countReports(registry: Registry): ReportCounter {
  const counter = new Counter({
    name: 'loopdesk_reports_total',
    help: 'Attempts to send the Monday page by mail, by how they ended.',
    labelNames: ['workspace', 'outcome'],
    registers: [registry],
  });
  return {
    count: (workspace, outcome) => counter.inc({ workspace, outcome }),
    begin(workspaces) {
      for (const workspace of workspaces) {
        for (const outcome of OUTCOMES) counter.inc({ workspace, outcome }, 0);
      }
    },
  };
}
