import * as z from 'zod/mini';
import {
  apiTokensSchema,
  auditSchema,
  createdTokenSchema,
  meSchema,
  newTokenSchema,
  openSessionsSchema,
  problemSchema,
  reportAnswerSchema,
  reportScheduleSchema,
  snapshotStatusSchema,
  summarySchema,
  ticketHistorySchema,
  ticketListSchema,
  ticketSchema,
  trendsSchema,
  workspacesAnswerSchema,
} from '../../../contract/index.ts';

/** The schemas of bodies, by the names that the description has them under. */
const SCHEMAS = {
  Me: meSchema,
  AuditLog: auditSchema,
  Sessions: openSessionsSchema,
  NewToken: newTokenSchema,
  CreatedToken: createdTokenSchema,
  Tokens: apiTokensSchema,
  Workspaces: workspacesAnswerSchema,
  Ticket: ticketSchema,
  TicketList: ticketListSchema,
  TicketHistory: ticketHistorySchema,
  Trends: trendsSchema,
  ReportSchedule: reportScheduleSchema,
  Report: reportAnswerSchema,
  Summary: summarySchema,
  SnapshotStatus: snapshotStatusSchema,
  Problem: problemSchema,
} as const;

export type Component = keyof typeof SCHEMAS;

/** The address of a schema inside the description. */
export function refTo(component: string): string {
  return `#/components/schemas/${component}`;
}

/**
 * The schemas as JSON Schema, each of which refers to the others by name. As they are read: an answer may get parts that
 * a client does not know yet.
 */
export function componentSchemas(): Readonly<Record<string, object>> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: refTo });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _dialect, ...schema }]) => [id, schema]),
  );
}
