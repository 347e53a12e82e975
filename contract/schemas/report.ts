import * as z from 'zod/mini';
import { isMailAddress, isTimeOfDay, LONGEST_EMAIL, MAX_RECIPIENTS, WEEKDAYS } from '../report.ts';
import { isZone } from '../zones.ts';

/**
 * The schedule of the Monday page by mail: `at` on each `weekday` by the clocks of `zone`. `version` is that of the schedule
 * which it changes, 0 for the first.
 */
export const reportScheduleSchema = z.strictObject({
  version: z.int().check(z.nonnegative()),
  recipients: z
    .array(z.string().check(z.maxLength(LONGEST_EMAIL), z.refine(isMailAddress, 'must be an e-mail address')))
    .check(z.maxLength(MAX_RECIPIENTS)),
  weekday: z.enum(WEEKDAYS),
  at: z.string().check(z.refine(isTimeOfDay, 'must be a time of the day like 08:00')),
  zone: z.string().check(z.refine(isZone, 'must be a time zone like Europe/Berlin')),
  enabled: z.boolean(),
});

const instant = z.string();

/**
 * The answer of `GET /api/workspaces/:id/report`: the schedule, or that this Loopdesk sends no mail.
 *
 * - `nextAt`: when it is sent next; null while it is not enabled.
 * - `lastSentAt`: when a mail server took the last one; null for never.
 * - `problem`: why the last one was not sent, or not to everybody, in sentences; null when all is well.
 */
export const reportAnswerSchema = z.discriminatedUnion('available', [
  z.object({ available: z.literal(false) }),
  z.object({
    available: z.literal(true),
    version: z.number(),
    recipients: z.array(z.string()),
    weekday: z.enum(WEEKDAYS),
    at: z.string(),
    zone: z.string(),
    enabled: z.boolean(),
    nextAt: z.nullable(instant),
    lastSentAt: z.nullable(instant),
    problem: z.nullable(z.string()),
  }),
]);

export type ReportSchedule = z.infer<typeof reportScheduleSchema>;
export type ReportAnswer = z.infer<typeof reportAnswerSchema>;
