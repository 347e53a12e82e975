import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { DEFAULT_QUERY, type Ticket, type TicketList } from '../../contract/index.ts';
import { listTickets, pageTickets } from '../query/index.ts';
import { buildSnapshot } from '../snapshot/snapshot.ts';
import { arbitraryTickets } from '../snapshot/testing/arbitrary-tickets.ts';
import { makeSnapshot, TAKEN_AT } from '../snapshot/testing/make-snapshot.ts';
import { tickets } from '../test/tickets.ts';
import { createByteWriter } from './byte-writer.ts';
import { createListWriter } from './list-json.ts';

const REST = {
  page: { number: 1, perPage: 50, total: 3, pages: 1 },
  snapshot: { number: 7 } as TicketList['snapshot'],
};

const { facets: FACETS } = pageTickets(makeSnapshot([]), DEFAULT_QUERY);

test('a list is the JSON of all that it holds, however often it is written', () => {
  fc.assert(
    fc.property(arbitraryTickets, fc.constantFrom([], ['NEW'], ['OPEN']), (given, status) => {
      const write = createListWriter({ keptTicketBytes: 1e6 });
      const input = { number: 1, takenAt: TAKEN_AT, whole: true, total: null, tickets: given };
      const snapshot = buildSnapshot(input);
      for (const query of [DEFAULT_QUERY, { ...DEFAULT_QUERY, status }]) {
        const { tickets: listed, facets } = listTickets(snapshot, query);
        const json = createByteWriter();
        write(json, listed, pageTickets(snapshot, query).facets, REST);
        expect(String(json.written())).toBe(JSON.stringify({ tickets: listed, facets, ...REST }));
      }
    }),
  );
});

test('a ticket is written once for all lists, unless others have taken its place', () => {
  const stringify = vi.spyOn(JSON, 'stringify');
  const timesWritten = (ticket: object) => stringify.mock.calls.filter(([one]) => one === ticket).length;
  const write = createListWriter({ keptTicketBytes: 5_000 });
  const [first, ...others] = tickets(1, 50) as [Ticket];
  const json = createByteWriter();
  write(json, [first], FACETS, REST);
  write(json, [first, ...others.slice(0, 1)], FACETS, REST);
  expect(timesWritten(first)).toBe(1);
  write(json, others, FACETS, REST);
  write(json, [first], FACETS, REST);
  expect(timesWritten(first)).toBe(2);
  stringify.mockRestore();
});
