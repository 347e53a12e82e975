import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTicketId, ticketSchema } from '../../contract/index.ts';
import { honestPage, mutator } from '../test/mutated-page.ts';
import { readBody } from './body.ts';
import { UpstreamFailure } from './failure.ts';
import { MAX_BODY_BYTES, MAX_DESCRIPTION, MAX_TICKETS } from './limits.ts';
import { type ParsedPage, parsePage } from './page.ts';
import { createPageGauge } from './page-gauge.ts';
import { failureFromResponse } from './response-failure.ts';

/** The same pages each time: a failure that comes and goes helps nobody. */
const SEEDED = { numRuns: 2000, seed: 20_261_127 };

/** Longer than a description may be, by the word about the cut. */
const LONGEST_TEXT = MAX_DESCRIPTION + 50;

/** Takes in the bytes of a page as the client does. */
async function take(bytes: Uint8Array): Promise<ParsedPage | null> {
  try {
    const body = await readBody(new Response(bytes), MAX_BODY_BYTES, createPageGauge(100).fits);
    return parsePage(body, { page: 1, perPage: 100 });
  } catch (error) {
    if (error instanceof UpstreamFailure) return null;
    throw error;
  }
}

function expectSound({ page, report }: ParsedPage): void {
  for (const ticket of page.tickets) {
    expect(ticketSchema.safeParse(ticket).success).toBe(true);
    expect(isTicketId(ticket.id)).toBe(true);
    expect(ticket.description?.length ?? 0).toBeLessThanOrEqual(LONGEST_TEXT);
  }
  expect(page.tickets.length + page.unreadable).toBe(page.received);
  expect(report.indexes).toHaveLength(page.unreadable);
  expect(page.totalCount).toSatisfy(isNullOrUpTo(MAX_TICKETS));
}

function isNullOrUpTo(most: number) {
  return (value: number | null) => value === null || (value >= 0 && value <= most);
}

test('whatever comes for a page, it is read soundly or is a failure of the upstream', async () => {
  const read = { sound: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(mutator, async (mutate) => {
      const parsed = await take(mutate(honestPage(1, 4)));
      if (parsed === null) read.refused++;
      else {
        read.sound++;
        expectSound(parsed);
      }
    }),
    SEEDED,
  );
  // Mutations that leave nothing to read, or nothing to refuse, would prove little.
  expect(Math.min(read.sound, read.refused)).toBeGreaterThan(SEEDED.numRuns / 10);
});

test('whatever comes with an error, it is a failure with a bounded wait', () => {
  const statuses = fc.oneof(fc.constant(429), fc.integer({ min: 201, max: 599 }));
  const header = fc.string({ unit: 'grapheme-ascii' }).map((text) => text.replace(/[^\x20-\x7e]/g, ''));
  const headers = fc.record({ 'retry-after': fc.oneof(header, fc.double().map(String)), date: header });
  let waits = 0;
  fc.assert(
    fc.property(mutator, statuses, headers, (mutate, status, sent) => {
      const error = '{"response":{"error":{"id":"1013"}}}';
      const failure = failureFromResponse(status, mutate(error).toString(), new Headers(sent), 0);
      expect(failure).toBeInstanceOf(UpstreamFailure);
      expect(failure.retryAfterMs).toSatisfy(isNullOrUpTo(86_400_000));
      if (failure.retryAfterMs !== null) waits++;
    }),
    SEEDED,
  );
  // Headers of which none is read as a wait would prove little.
  expect(waits).toBeGreaterThan(SEEDED.numRuns / 10);
});
