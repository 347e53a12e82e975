import * as z from 'zod/mini';

/** What is written down of people. */
export const AUDIT_ACTIONS = [
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'logout-by-provider',
  'file',
  'token-created',
  'token-revoked',
  'session-revoked',
  'permission-changed',
  'audit-exported',
] as const;

/**
 * An entry of the audit log. No customer's words are in it.
 *
 * - `who`: the person or the program; null where nobody is known, as when a file was edited.
 * - `workspace`: the id of the one that it is about; null for none.
 * - `detail`: what the action says besides, by names of its own.
 */
const auditEntrySchema = z.object({
  at: z.string(),
  who: z.nullable(z.object({ id: z.string(), name: z.string() })),
  action: z.enum(AUDIT_ACTIONS),
  workspace: z.nullable(z.string()),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

/** The answer of `GET /api/audit`, newest first; `next` asks for those before, as `before`. Null at the end. */
export const auditSchema = z.object({ entries: z.array(auditEntrySchema), next: z.nullable(z.string()) });

export type AuditAction = (typeof AUDIT_ACTIONS)[number];
export type AuditLog = z.infer<typeof auditSchema>;
export type AuditLogEntry = AuditLog['entries'][number];
