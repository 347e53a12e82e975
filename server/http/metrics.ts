import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { FAILURE_KINDS } from '../../contract/index.ts';
import type { AccessFigures } from '../access/figures.ts';
import type { SignIn } from '../access/sign-in.ts';
import { countReports } from './count-reports.ts';
import { countSignIns } from './count-sign-ins.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { observeAccess } from './observe-access.ts';
import { observeKeptAnswers } from './observe-kept-answers.ts';
import { type ObservedSharing, observeLeases } from './observe-leases.ts';
import { countRecordings, type ObservedRecording, observeRecordings } from './observe-recordings.ts';
import { type ObservedWorkspace, observeWorkspaces } from './observe-workspaces.ts';
import { routeOf } from './route-name.ts';

/** The figures of the process, for Prometheus. No label holds anything of a ticket or a person. */
export interface Metrics {
  /** Counts a call to the upstream, by how it ended. */
  upstreamCall(outcome: string, milliseconds: number): void;
  /** Counts a read of all tickets of a workspace, by how it ended. */
  read(workspace: string, outcome: string, milliseconds: number): void;
  /** Counts an attempt to record a read of a workspace, by how it ended. */
  recording(workspace: string, outcome: string): void;
  /** Counts an attempt to send a report of a workspace, by how it ended. */
  report(workspace: string, outcome: string): void;
  /** Counts a request that another site made a browser send. */
  foreignRequest(): void;
  /** From now on reports the snapshots of these workspaces, and their recording. `now` in epoch milliseconds. */
  observe(workspaces: readonly (ObservedWorkspace & ObservedRecording)[], now: () => number): void;
  /** From now on reports who reads the workspaces that several processes share. */
  observeSharing(sharing: ObservedSharing): void;
  /** From now on reports the mails of these workspaces. */
  observeReports(workspaces: Iterable<string>): void;
  /** From now on reports the answers that are kept. */
  observeAnswers(answers: Pick<KeptAnswers, 'figures'>): void;
  /** From now on reports what sign-in stands on. */
  observeAccess(figures: AccessFigures): void;
  /** The same way to sign in, counted by how it ends. */
  countSignIns(signIn: SignIn): SignIn;
  /** Times every request that passes. */
  readonly timeRequests: RequestHandler;
  /** Answers all figures in Prometheus' text format. */
  readonly answer: RequestHandler;
}

const REQUEST_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const CALL_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const READ_BUCKETS = [0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'loopdesk_http_request_seconds',
    help: 'Time to answer a request, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const foreign = new Counter({
    name: 'loopdesk_foreign_requests_total',
    help: 'Requests refused because another site made a browser send them.',
    registers,
  });
  const calls = new Histogram({
    name: 'loopdesk_upstream_call_seconds',
    help: 'Time of a call to QuestionPro, by outcome.',
    labelNames: ['outcome'],
    buckets: CALL_BUCKETS,
    registers,
  });
  // A first failure is an increase only where there was a zero before it.
  for (const outcome of ['ok', 'cancelled', ...FAILURE_KINDS]) calls.zero({ outcome });
  const reads = new Histogram({
    name: 'loopdesk_read_seconds',
    help: 'Time to read all tickets of a workspace, by outcome.',
    labelNames: ['workspace', 'outcome'],
    buckets: READ_BUCKETS,
    registers,
  });
  const reports = countReports(registry);
  return {
    upstreamCall: (outcome, milliseconds) => calls.observe({ outcome }, milliseconds / 1000),
    read: (workspace, outcome, milliseconds) => reads.observe({ workspace, outcome }, milliseconds / 1000),
    foreignRequest: () => foreign.inc(),
    observe(workspaces, now) {
      observeWorkspaces(registry, workspaces, now);
      observeRecordings(registry, workspaces, now);
    },
    recording: countRecordings(registry),
    report: reports.count,
    observeSharing: (sharing) => observeLeases(registry, sharing),
    observeReports: reports.begin,
    observeAnswers: (answers) => observeKeptAnswers(registry, answers),
    observeAccess: (figures) => observeAccess(registry, figures),
    countSignIns: countSignIns(registry),
    timeRequests(request, response, next) {
      const stop = requests.startTimer();
      response.once('close', () => {
        stop({ method: request.method, route: routeOf(request) ?? 'other', status: response.statusCode });
      });
      next();
    },
    async answer(request, response) {
      response.set({ 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' });
      response.end(request.method === 'HEAD' ? '' : await registry.metrics());
    },
  };
}
