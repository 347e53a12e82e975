import type { FailureKind } from '../../contract/index.ts';
import { readBody } from './body.ts';
import { UpstreamFailure } from './failure.ts';
import { MAX_BODY_BYTES, MAX_ERROR_BYTES } from './limits.ts';
import { type ParsedPage, parsePage, type TicketPage, type UnreadableReport } from './page.ts';
import { createPageGauge } from './page-gauge.ts';
import { failureFromResponse } from './response-failure.ts';

const DEFAULT_TIMEOUT_MS = 30_000;

/** One page to read: `page` from 1. The signal cancels the call. */
export interface PageRequest {
  readonly workspace: string;
  readonly page: number;
  readonly perPage: number;
  readonly signal?: AbortSignal;
  /** Whether a person has asked for it: it may be tried although the upstream wants to be left alone for long. */
  readonly isForced?: boolean;
}

/** Reads pages of tickets from QuestionPro. */
export interface UpstreamClient {
  /** @throws UpstreamFailure, or the signal's reason when the request was cancelled */
  readPage(request: PageRequest): Promise<TicketPage>;
}

/** The result of one call. */
export type CallOutcome = 'ok' | FailureKind | 'cancelled';

export interface UpstreamOptions {
  /** All before `/cx/closedloop/…`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** For the whole call, the body included. */
  readonly timeoutMs?: number;
  readonly onCall?: (outcome: CallOutcome, milliseconds: number) => void;
  /** Told of every page that had something which was not as promised. */
  readonly onUnreadable?: (request: PageRequest, report: UnreadableReport) => void;
}

/**
 * A client for the vendor's list of closed-loop tickets: one call a page, no retries.
 *
 * @throws Error when the key cannot be a header's value; without naming it
 */
export function createUpstreamClient(options: UpstreamOptions): UpstreamClient {
  const headers = headersFor(options.apiKey);
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;

  /** The body of a 200; every other answer is thrown. */
  async function fetchBody(request: PageRequest, signal: AbortSignal): Promise<string> {
    // A redirect is not followed: the key must not go where somebody else points.
    const response = await fetch(urlOf(baseUrl, request), { headers, redirect: 'manual', signal });
    if (response.status !== 200) throw await failureFrom(response);
    return readBody(response, MAX_BODY_BYTES, createPageGauge(request.perPage).fits);
  }

  async function readAndReport(request: PageRequest): Promise<ParsedPage> {
    const started = performance.now();
    const tell = (outcome: CallOutcome) => options.onCall?.(outcome, performance.now() - started);
    try {
      const body = await withDeadline(timeoutMs, request.signal, (signal) => fetchBody(request, signal));
      const parsed = parsePage(body, request);
      tell('ok');
      return parsed;
    } catch (error) {
      tell(error instanceof UpstreamFailure ? error.kind : 'cancelled');
      throw error;
    }
  }

  return {
    async readPage(request) {
      const { page, report } = await readAndReport(request);
      if (page.unreadable > 0 || page.repaired > 0) options.onUnreadable?.(request, report);
      return page;
    },
  };
}

function headersFor(apiKey: string): Headers {
  try {
    return new Headers({ 'api-key': apiKey, accept: 'application/json' });
  } catch {
    // The original error quotes the key.
    throw new Error('The API key has characters that cannot be sent in a header');
  }
}

function urlOf(baseUrl: string, { workspace, page, perPage }: PageRequest): string {
  return `${baseUrl}/cx/closedloop/workspaces/${encodeURIComponent(workspace)}/tickets?page=${page}&perPage=${perPage}`;
}

async function failureFrom(response: Response): Promise<UpstreamFailure> {
  // Only there does the body matter. One that breaks or is too long says no more than an empty one.
  const body = response.status === 429 ? await readBody(response, MAX_ERROR_BYTES).catch(() => '') : '';
  return failureFromResponse(response.status, body, response.headers, Date.now());
}

/** Runs a call until it ends, the time is up or the caller gives up; names what went wrong. */
async function withDeadline<Result>(
  timeoutMs: number,
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const cancel = () => controller.abort();
  const deadline = setTimeout(cancel, timeoutMs);
  outer?.addEventListener('abort', cancel, { once: true });
  try {
    return await run(controller.signal);
  } catch (error) {
    outer?.throwIfAborted();
    if (error instanceof UpstreamFailure) throw error;
    throw controller.signal.aborted
      ? new UpstreamFailure('timeout')
      : new UpstreamFailure('network', { code: codeOf(error) });
  } finally {
    clearTimeout(deadline);
    outer?.removeEventListener('abort', cancel);
    // Frees the connection of a body that nobody read to its end.
    controller.abort();
  }
}

/** The system's code of a failed connection, `ECONNREFUSED` or `UND_ERR_SOCKET`; no text, no address. */
function codeOf(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : null;
}
