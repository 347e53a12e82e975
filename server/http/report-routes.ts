import { type Request, type Response, Router } from 'express';
import type * as z from 'zod/mini';
import { type ReportAnswer, type ReportSchedule, reportScheduleSchema } from '../../contract/index.ts';
import { StoreError } from '../history/stored.ts';
import type { ReportControl } from '../report/create-report.ts';
import { jsonBody } from './json-body.ts';
import type { JsonSenders } from './json-response.ts';
import { MAX_NAMED_ERRORS } from './limits.ts';
import { refuseKeys } from './parse-request.ts';
import { HttpProblem, onlyMethods } from './problem.ts';

/** The sources of the routes about reports by mail. */
interface ReportRoutesOptions extends Pick<JsonSenders, 'sendJson'> {
  /** The report of the workspace that is asked about; null where no mail is sent. Throws for an unknown workspace. */
  readonly reportOf: (request: Request<{ workspace: string }>, response: Response) => ReportControl | null;
}

/** The route of the schedule of the Monday page. */
export function reportRoutes({ reportOf, sendJson }: ReportRoutesOptions): Router {
  const router = Router({ caseSensitive: true });
  router
    .route('/api/workspaces/:workspace/report')
    .get(async (request, response) => {
      refuseKeys(request);
      const report = reportOf(request, response);
      const answer: ReportAnswer = report === null ? { available: false } : await stored(report.read());
      sendJson(request, response, answer);
    })
    .put(jsonBody, async (request: Request<{ workspace: string }>, response) => {
      refuseKeys(request);
      const report = reportOf(request, response);
      if (report === null) throw new HttpProblem('no-mail', 'Whoever runs Loopdesk has set no MAIL_URL.');
      const answer = await stored(report.save(scheduleOf(request.body)));
      if (answer !== null) {
        sendJson(request, response, answer);
        return;
      }
      throw new HttpProblem('conflict', 'The schedule was changed meanwhile. Load it anew, and change that.');
    })
    .all(onlyMethods('GET', 'HEAD', 'PUT'));
  return router;
}

function scheduleOf(body: unknown): ReportSchedule {
  const parsed = reportScheduleSchema.safeParse(body);
  if (parsed.success) {
    const { data } = parsed;
    return { ...data, recipients: distinctAddresses(data.recipients) };
  }
  const faults = parsed.error.issues.flatMap(toFaults).slice(0, MAX_NAMED_ERRORS);
  throw new HttpProblem('invalid-body', faults.map(({ message }) => `${message}.`).join(' '), { faults });
}

/** The faults of an issue: unknown keys come in one, and each is a fault of its own. */
function toFaults(issue: z.core.$ZodIssue): { key: string; message: string }[] {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : null;
  const paths = unknown?.map((key) => [...issue.path, key]) ?? [issue.path];
  const message = unknown === null ? issue.message : 'there is no such key';
  return paths.map((path) => {
    const key = path.map(String).join('.').slice(0, 60);
    return { key, message: `${key === '' ? 'The body' : key}: ${message}` };
  });
}

/** Addresses that differ in case alone reach the same person: the first spelling stays. */
function distinctAddresses(addresses: readonly string[]): string[] {
  const distinct = new Map<string, string>();
  for (const address of addresses) {
    const folded = address.toLowerCase();
    if (!distinct.has(folded)) distinct.set(folded, address);
  }
  return [...distinct.values()];
}

/** @throws HttpProblem `store-failing` */
async function stored<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new HttpProblem('store-failing', error.message, { headers: { 'Retry-After': '60' } });
  }
}
