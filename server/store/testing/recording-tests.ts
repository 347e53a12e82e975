import { expect, test } from 'vitest';
import type { TicketStore } from '../../history/stored.ts';
import { ticket } from '../../test/tickets.ts';
import {
  arrival,
  change,
  firstRecording,
  loadAll,
  MINUTE,
  NOON,
  recording,
  SOURCE,
  VALUES,
} from './recordings.ts';

/** Tests of what any store of tickets keeps of recordings, and gives back. */
export function testRecording(store: () => TicketStore): void {
  test('has nothing of a workspace that nothing was recorded of', async () => {
    expect(await store().load(SOURCE)).toBeNull();
    await store().record(SOURCE, firstRecording(1));
    expect(await store().load({ ...SOURCE, workspace: '43' })).toBeNull();
    expect(await store().load({ ...SOURCE, baseUrl: 'https://other.example.com' })).toBeNull();
  });

  test('gives back all that was recorded', async () => {
    const first = firstRecording(2_500);
    await store().record(SOURCE, first);
    const second = recording(2, {
      read: { number: 7, takenAt: NOON + 20 * MINUTE, whole: false, total: null },
      values: [{ code: 2, field: 'status', value: 'NEW', label: 'Brand new' }],
      arrivals: [arrival(9_000_000_000, { issuedAt: null, notBefore: NOON })],
      reissued: [{ id: 5, issuedAt: null }],
      changes: [change(), change({ field: 'assignee', from: 3, to: 2 }), change({ ticket: 2 })],
      tickets: [ticket(9_000_000_000), ticket(1, { description: 'Other' })],
    });
    await store().record(SOURCE, second);
    const loaded = await loadAll(store());
    expect(loaded?.head).toEqual({ seq: 2, since: first.read.takenAt, read: second.read });
    expect(loaded?.listed.map(({ id }) => id)).toEqual([
      9_000_000_000,
      ...first.tickets.map(({ id }) => id).toReversed(),
    ]);
    expect(loaded?.listed.at(-1)).toEqual(second.tickets[1]);
    expect(loaded?.tickets).toEqual([
      ...first.arrivals.map((ticket) => (ticket.id === 5 ? { ...ticket, issuedAt: null } : ticket)),
      ...second.arrivals,
    ]);
    expect(loaded?.changes).toEqual(second.changes);
    expect(loaded?.values).toEqual(VALUES.map((value) => (value.code === 2 ? second.values[0] : value)));
    expect(loaded?.reads).toEqual([first.read.takenAt, second.read.takenAt]);
  });

  test('gives back any text', async () => {
    const text = 'a\0b\ud800 \\ " \n\r\u2028 {NULL} 👩‍👩‍👧 \udc00';
    const odd = ticket(1, { description: text, customerName: text });
    const value = { code: 4, field: 'assignee', value: text, label: text } as const;
    await store().record(SOURCE, recording(1, { values: [value], tickets: [odd] }));
    const loaded = await loadAll(store());
    expect(loaded?.listed).toEqual([odd]);
    expect(loaded?.values).toEqual([value]);
  });

  test('takes each number once, and in order', async () => {
    await store().record(SOURCE, firstRecording(1));
    for (const seq of [0, 1, 3]) {
      await expect(store().record(SOURCE, { ...firstRecording(2), seq })).rejects.toMatchObject({
        name: 'StoreError',
        kind: 'conflict',
      });
    }
    const other = { ...SOURCE, workspace: '43' };
    await expect(store().record(other, recording(2))).rejects.toMatchObject({ kind: 'conflict' });
    const both = [store().record(SOURCE, recording(2)), store().record(SOURCE, recording(2))];
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status).sort();
    expect(outcomes).toEqual(['fulfilled', 'rejected']);
    expect((await loadAll(store()))?.head.seq).toBe(2);
    expect((await loadAll(store()))?.listed).toHaveLength(1);
  });

  test('lists no ticket that is gone, and lists it again when it is back', async () => {
    await store().record(SOURCE, firstRecording(2));
    const listed = { field: 'listed', from: 1, to: 0 } as const;
    await store().record(SOURCE, recording(2, { changes: [change(listed)] }));
    expect((await loadAll(store()))?.listed.map(({ id }) => id)).toEqual([2]);
    const back = change({ ...listed, from: 0, to: 1 });
    await store().record(SOURCE, recording(3, { changes: [back], tickets: [ticket(1)] }));
    expect((await loadAll(store()))?.listed).toEqual([expect.objectContaining({ id: 2 }), ticket(1)]);
  });

  test('keeps the last read of each quarter of an hour', async () => {
    const minutes = [0, 5, 14, 15, 29, 30];
    for (const [index, minute] of minutes.entries()) {
      const read = { number: index, takenAt: NOON + minute * MINUTE, whole: true, total: 0 };
      await store().record(SOURCE, recording(index + 1, { read }));
    }
    const loaded = await loadAll(store());
    expect(loaded?.reads).toEqual([14, 29, 30].map((minute) => NOON + minute * MINUTE));
    expect(loaded?.head.since).toBe(NOON);
  });

  test('moves what lies in the future back when a clock was set back', async () => {
    await store().record(SOURCE, firstRecording(1));
    const late = change({ at: NOON + 90 * MINUTE, notBefore: NOON + 70 * MINUTE });
    await store().record(
      SOURCE,
      recording(2, {
        read: { number: 2, takenAt: NOON + 100 * MINUTE, whole: true, total: 1 },
        changes: [change(), late],
        arrivals: [arrival(2, { seenAt: NOON + 100 * MINUTE, notBefore: NOON + 70 * MINUTE })],
      }),
    );
    const takenAt = NOON + 50 * MINUTE;
    await store().record(SOURCE, recording(3, { read: { number: 3, takenAt, whole: true, total: 1 } }));
    const loaded = await loadAll(store());
    expect(loaded?.changes).toEqual([change(), { ...late, at: takenAt, notBefore: takenAt }]);
    expect(loaded?.tickets).toEqual([arrival(1), arrival(2, { seenAt: takenAt, notBefore: takenAt })]);
    expect(loaded?.reads).toEqual([NOON + MINUTE, takenAt]);
    const before = { number: 4, takenAt: NOON - MINUTE, whole: true, total: 1 };
    await store().record(SOURCE, recording(4, { read: before }));
    const again = await loadAll(store());
    expect(again?.head).toEqual({ seq: 4, since: NOON - MINUTE, read: before });
    expect(again?.reads).toEqual([NOON - MINUTE]);
    expect(again?.tickets[0]).toEqual(arrival(1, { seenAt: NOON - MINUTE }));
  });
}
