import { queryOptions } from '@tanstack/react-query';
import { type ReportAnswer, type ReportSchedule, routes } from '../../contract/index.ts';
import { REPORT } from './answer-shapes.ts';
import { request } from './request.ts';

/** The schedule of a workspace that can have one. */
export type Schedule = Extract<ReportAnswer, { available: true }>;

/** The schedule of the Monday page by mail, or that this Loopdesk sends none. */
export function reportQuery(workspace: string) {
  return queryOptions({
    queryKey: ['report', workspace],
    queryFn: ({ signal }) => request<ReportAnswer>(routes.report(workspace), { shape: REPORT, signal }),
  });
}

/** Changes the schedule. @throws ApiProblem `conflict` when somebody else has changed it meanwhile */
export function saveReport(workspace: string, schedule: ReportSchedule): Promise<ReportAnswer> {
  return request<ReportAnswer>(routes.report(workspace), { shape: REPORT, method: 'PUT', body: schedule });
}
