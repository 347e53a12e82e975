import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type Ticket, type TicketList, type TicketQuery } from '../../../contract/index.ts';
import { ticket } from '../../test/fake-server.ts';
import { meetingAbout } from '../testing/a-meeting.ts';
import { fetchLiveState, fetchNewTickets } from './fetch-live-state.ts';

const NEW_ONES: TicketQuery = { ...DEFAULT_QUERY, status: ['NEW'] };

/** Answers as the server does, as far as a look asks it: by status, ids, deletion, change and page. */
function serverOf(tickets: readonly Ticket[], whole = true) {
  const asked: TicketQuery[] = [];
  const ask = async (query: TicketQuery): Promise<TicketList> => {
    asked.push(query);
    const found = tickets.filter(
      (one) =>
        (query.ids.length === 0 || query.ids.includes(one.id)) &&
        (query.status.length === 0 || query.status.includes(one.status ?? '')) &&
        (query.deleted === 'include' || one.deletedAt === null) &&
        (query.changedSince === null || (one.updatedAt ?? '') >= query.changedSince),
    );
    const { page: number, perPage } = query;
    return {
      tickets: found.slice((number - 1) * perPage, number * perPage),
      page: { number, perPage, total: found.length, pages: Math.ceil(found.length / perPage) },
      snapshot: { whole },
    } as TicketList;
  };
  return { ask, asked };
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test('all of a meeting’s tickets are looked at, deleted ones too, however many they are', async () => {
  const tickets = range(1, 450).map((id) =>
    ticket(id, id === 7 ? { deletedAt: '2026-02-05T00:00:00Z' } : {}),
  );
  const { ask, asked } = serverOf(tickets);
  const seen = await fetchLiveState(ask, meetingAbout(tickets).head, null, 5);
  expect(seen.tickets.size).toBe(450);
  expect(asked.every(({ at }) => at === 5)).toBe(true);
});

test('new ones are those that are in the view now and not in the meeting', async () => {
  const { head } = meetingAbout([ticket(1), ticket(2)]);
  const { ask } = serverOf([
    ticket(1, { status: 'RESOLVED' }),
    ticket(2),
    ticket(3),
    ticket(4, { status: 'OPEN' }),
  ]);
  expect((await fetchLiveState(ask, head, NEW_ONES, 5)).newTickets).toBe(1);
  expect((await fetchNewTickets(ask, head, NEW_ONES, 5)).map(({ id }) => id)).toEqual([3]);
});

test('what a large view had beyond the meeting is nothing new, until it changes', async () => {
  const { head } = meetingAbout([ticket(1)], {
    snapshot: {
      number: 1,
      takenAt: '2026-02-05T00:00:00.000Z',
      whole: true,
      loaded: 9,
      total: 9,
      matching: 3,
    },
  });
  const { ask } = serverOf([ticket(1), ticket(2), ticket(3, { updatedAt: '2026-02-05T01:00:00.000Z' })]);
  expect((await fetchLiveState(ask, head, NEW_ONES, 5)).newTickets).toBe(1);
  expect((await fetchNewTickets(ask, head, NEW_ONES, 5)).map(({ id }) => id)).toEqual([3]);
});

test('what was not read yet when the meeting began is nothing new, until it changes', async () => {
  const { head } = meetingAbout([ticket(1)], {
    snapshot: {
      number: 1,
      takenAt: '2026-02-05T00:00:00.000Z',
      whole: false,
      loaded: 9,
      total: 9,
      matching: 1,
    },
  });
  const { ask } = serverOf([ticket(1), ticket(2), ticket(3)]);
  expect((await fetchLiveState(ask, head, NEW_ONES, 5)).newTickets).toBe(0);
});

test('while not all tickets are read nothing is called new', async () => {
  const { ask } = serverOf([ticket(1), ticket(2)], false);
  expect(await fetchLiveState(ask, meetingAbout([ticket(1)]).head, NEW_ONES, 5)).toMatchObject({
    whole: false,
    newTickets: null,
  });
});

test('a meeting of chosen tickets has no new ones but from among them', async () => {
  const chosen = { ...NEW_ONES, ids: [1, 2] };
  const { head } = meetingAbout([ticket(1)]);
  const { ask } = serverOf([ticket(1), ticket(2), ticket(3)]);
  expect((await fetchLiveState(ask, head, chosen, 5)).newTickets).toBe(1);
  const elsewhere = meetingAbout([ticket(9)]).head;
  expect((await fetchLiveState(ask, elsewhere, chosen, 5)).newTickets).toBe(2);
});
