import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { type AuditAction, type AuditLog, routes } from '../../contract/index.ts';
import type { Shape } from './answer-shapes.ts';
import { ConnectionLost, failureOf, fetchFromServer, request } from './request.ts';

/** The entries that are asked for; null is no limit. */
export interface AuditFilter {
  readonly action: AuditAction | null;
  readonly who: string | null;
  /** Instants, the first one in and the first one out. */
  readonly from: string | null;
  readonly to: string | null;
}

const AUDIT: Shape<AuditLog> = { entries: [{ at: 'string', action: 'string' }] };

/** The audit log, page by page, newest first. */
export function auditQuery(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      request<AuditLog>(addressOf(routes.audit(), { ...filter, before: pageParam }), {
        shape: AUDIT,
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

/** All entries that are asked for as a file. @throws ApiProblem and ConnectionLost */
export async function fetchAuditCsv(
  filter: AuditFilter,
): Promise<{ readonly name: string; readonly content: Blob }> {
  const response = await fetchFromServer(addressOf(routes.auditCsv(), { ...filter }), {});
  if (!response.ok) throw await failureOf(response);
  const content = await response.blob().catch((cause: unknown) => {
    throw new ConnectionLost('The connection broke while the file came in.', { cause });
  });
  const [, name = 'audit.csv'] =
    /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { name, content };
}

function addressOf(path: string, values: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, value]]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
