import { expect, test, vi } from 'vitest';
import type { Facets, TicketList } from '../../contract/index.ts';
import { tickets } from '../test/tickets.ts';
import { createListWriter } from './list-json.ts';

const REST = {
  page: { number: 1, perPage: 50, total: 3, pages: 1 },
  facets: {} as Facets,
  snapshot: { number: 7 } as TicketList['snapshot'],
};

test.each([0, 1, 3])(
  'a list of %i tickets is the JSON of the whole, however often it is written',
  (count) => {
    const write = createListWriter({ keptTicketBytes: 1e6 });
    const list = tickets(1, count).map((ticket) => ({ ...ticket, description: 'Bücher, "自転車" 🙂' }));
    const whole = JSON.stringify({ tickets: list, ...REST });
    expect(String(write(list, REST))).toBe(whole);
    expect(String(write(list, REST))).toBe(whole);
  },
);

test('a ticket is written once for all lists, unless others have taken its place', () => {
  const stringify = vi.spyOn(JSON, 'stringify');
  const timesWritten = (ticket: object) => stringify.mock.calls.filter(([one]) => one === ticket).length;
  const write = createListWriter({ keptTicketBytes: 5_000 });
  const [first, ...others] = tickets(1, 50) as [ReturnType<typeof tickets>[number]];
  write([first], REST);
  write([first, ...others.slice(0, 1)], REST);
  expect(timesWritten(first)).toBe(1);
  write(others, REST);
  write([first], REST);
  expect(timesWritten(first)).toBe(2);
  stringify.mockRestore();
});
