import { expect, test } from 'vitest';
import { ticket, tickets } from '../test/tickets.ts';
import { createCapacity } from './capacity.ts';
import { expectPage, startPass } from './pages.ts';
import { readPass } from './read-pass.ts';

test('there is capacity for so many tickets and no more', () => {
  const capacity = createCapacity({ tickets: 3, characters: 1_000_000 });
  expect(tickets(1, 5).map((one) => capacity.claim(one))).toEqual([true, true, true, false, false]);
});

test('there is capacity for so many characters, whoever wrote them', () => {
  const long = 'x'.repeat(600);
  const segment = { id: 1, code: 'C', name: long };
  for (const parts of [
    { description: long },
    { customerName: long },
    { customerEmail: long },
    { status: long },
    { priority: long },
    { type: long },
    { originSegment: segment },
    { currentSegment: segment },
    { assignedUser: { name: long, email: null } },
  ]) {
    const capacity = createCapacity({ tickets: 10, characters: 1000 });
    expect([capacity.claim(ticket(1, parts)), capacity.claim(ticket(2, parts))]).toEqual([true, false]);
  }
});

test('a ticket that is read again takes the place of what it was', () => {
  const capacity = createCapacity({ tickets: 1, characters: 1000 });
  let before = ticket(1);
  capacity.claim(before);
  for (let time = 0; time < 100; time++) {
    const again = ticket(1, { description: 'x'.repeat(500) });
    expect(capacity.claim(again, before)).toBe(true);
    before = again;
  }
});

test('a pass that is full is over, and keeps what it has', async () => {
  const asked: number[] = [];
  const pass = startPass(createCapacity({ tickets: 25, characters: 1_000_000 }));
  await readPass(pass, {
    fetchPage: async (page) => {
      asked.push(page);
      const records = tickets(page * 10 - 9, page * 10);
      return { tickets: records, unreadable: 0, received: 10, totalCount: 1000 };
    },
    signal: new AbortController().signal,
    concurrency: 1,
    isEnough: () => false,
  });
  expect(asked).toEqual([1, 2, 3]);
  expect(pass).toMatchObject({ isFull: true, total: 1000 });
  expect(pass.tickets.size).toBe(25);
});

test('at full capacity, known tickets are still read anew', () => {
  const pass = startPass(createCapacity({ tickets: 2, characters: 1_000_000 }));
  const page = { unreadable: 0, received: 2, totalCount: 3 };
  expectPage(pass, 1)({ ...page, tickets: tickets(1, 2) });
  const resolved = ticket(2, { status: 'RESOLVED' });
  expectPage(pass, 2)({ ...page, tickets: [ticket(3), resolved] });
  expect([...pass.tickets.values()].map(({ id }) => id)).toEqual([1, 2]);
  expect(pass.tickets.get(2)).toBe(resolved);
});
