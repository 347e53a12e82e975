import { type AuditLogEntry, BYTE_ORDER_MARK, formatCsvRow } from '../../contract/index.ts';

const COLUMNS = ['At (UTC)', 'Who', 'Id', 'Action', 'Workspace', 'Details'];

/** Writes pages of the audit log as CSV, in the form that a file of tickets has. */
export async function* writeAuditCsv(pages: AsyncIterable<readonly AuditLogEntry[]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + formatCsvRow(COLUMNS);
  for await (const entries of pages) yield entries.map(rowOf).join('');
}

function rowOf({ at, who, action, workspace, detail }: AuditLogEntry): string {
  const details = Object.entries(detail).map(([name, value]) => `${name}: ${value}`);
  return formatCsvRow([at, who?.name ?? null, who?.id ?? null, action, workspace, details.join('; ')]);
}
