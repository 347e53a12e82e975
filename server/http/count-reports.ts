import { Counter, type Registry } from 'prom-client';

const OUTCOMES = ['sent', 'failed', 'unknown', 'given-up'];

/** Counts the attempts to send a report by mail, by workspace and outcome. */
export function countReports(registry: Registry): (workspace: string, outcome: string) => void {
  const counter = new Counter({
    name: 'loopdesk_reports_total',
    help: 'Attempts to send the Monday page by mail, by how they ended.',
    labelNames: ['workspace', 'outcome'],
    registers: [registry],
  });
  const known = new Set<string>();
  return (workspace, outcome) => {
    // A first failure is an increase only where there was a zero before it.
    if (!known.has(workspace)) for (const each of OUTCOMES) counter.inc({ workspace, outcome: each }, 0);
    known.add(workspace);
    counter.inc({ workspace, outcome });
  };
}
