import * as z from 'zod/mini';
import type { Ticket } from '../../contract/index.ts';
import { UpstreamFailure } from './failure.ts';
import { MAX_TICKETS, maxRecords } from './limits.ts';
import { readRecord } from './record.ts';

/** One page of a workspace's tickets, as far as it could be read. */
export interface TicketPage {
  readonly tickets: Ticket[];
  /** Records without a usable id: they are in no list, only in this count. */
  readonly unreadable: number;
  /** Tickets with at least one field that was not as the reference page says. */
  readonly repaired: number;
  /** From 1, and the page size, as the upstream understood them; what was asked when it does not say. */
  readonly pageNumber: number;
  readonly perPage: number;
  /** The tickets that the upstream says the workspace has; null when it does not say, or nothing to be believed. */
  readonly totalCount: number | null;
  /** Records in the answer, the unreadable ones included. */
  readonly received: number;
}

/** The parts of a page that were not as promised: places and names, never anybody's words. */
export interface UnreadableReport {
  /** Places on the page of the unreadable records, from 0. */
  readonly indexes: readonly number[];
  /** The number of tickets that had to be repaired, and of repairs by field. */
  readonly repaired: number;
  readonly fields: Readonly<Record<string, number>>;
}

/** A page and what there is to say about it. */
export interface ParsedPage {
  readonly page: TicketPage;
  readonly report: UnreadableReport;
}

/** A count, also as a text of digits; some gateways quote every number. */
const count = z.union([
  z.int().check(z.nonnegative()),
  z.pipe(
    z.string().check(z.regex(/^\d{1,15}$/)),
    z.transform((digits: string) => Number(digits)),
  ),
]);

/** More tickets than there can be is no count of them: whoever plans by it would plan a billion calls. */
const total = z.catch(z.nullable(count.check(z.maximum(MAX_TICKETS))), null);

/** The records are all that it takes: what is said about them may be missing, or be anything. */
const envelopeSchema = z.object({
  data: z.array(z.unknown()),
  pagerOptions: z.catch(
    z.object({
      pagerDto: z.catch(z.object({ pageNumber: z.optional(count), perPage: z.optional(count) }), {}),
      totalCount: total,
    }),
    { pagerDto: {}, totalCount: null },
  ),
});

/**
 * Reads the body of a 200.
 *
 * @param requested what the page was asked for, where the answer does not say
 * @throws UpstreamFailure `unreadable` when it is not JSON, has no list of records or far more than were asked for
 */
export function parsePage(
  body: string,
  requested: { readonly page: number; readonly perPage: number },
): ParsedPage {
  const { data, pagerOptions } = parseEnvelope(body);
  if (data.length > maxRecords(requested.perPage)) throw unreadable();
  const { tickets, report } = readRecords(data);
  const page: TicketPage = {
    tickets,
    unreadable: report.indexes.length,
    repaired: report.repaired,
    pageNumber: pagerOptions.pagerDto.pageNumber ?? requested.page,
    perPage: pagerOptions.pagerDto.perPage ?? requested.perPage,
    totalCount: pagerOptions.totalCount,
    received: data.length,
  };
  return { page, report };
}

function parseEnvelope(body: string): z.infer<typeof envelopeSchema> {
  const envelope = envelopeSchema.safeParse(parseJson(body));
  if (!envelope.success) throw unreadable();
  return envelope.data;
}

function unreadable(): UpstreamFailure {
  return new UpstreamFailure('unreadable', { status: 200 });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The parser's message quotes the body, so it goes no further.
    throw unreadable();
  }
}

function readRecords(records: readonly unknown[]): { tickets: Ticket[]; report: UnreadableReport } {
  const tickets: Ticket[] = [];
  const indexes: number[] = [];
  const fields: Record<string, number> = {};
  let repaired = 0;
  for (const [index, record] of records.entries()) {
    const read = readRecord(record);
    if (read === null) {
      indexes.push(index);
      continue;
    }
    tickets.push(read.ticket);
    if (read.repaired.length > 0) repaired += 1;
    for (const field of read.repaired) fields[field] = (fields[field] ?? 0) + 1;
  }
  return { tickets, report: { indexes, repaired, fields } };
}
