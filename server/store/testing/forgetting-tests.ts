import { expect, test } from 'vitest';
import type { TicketStore } from '../../history/stored.ts';
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

/** Tests of what any store of tickets erases, drops and clears. */
export function testForgetting(store: () => TicketStore): void {
  test('erases what is gone, and nothing that is listed', async () => {
    await store().record(SOURCE, firstRecording(3));
    const gone = change({ field: 'listed', from: 1, to: 0 });
    await store().record(SOURCE, recording(2, { changes: [gone] }));
    await store().erase(SOURCE, [1, 2, 77]);
    const back = change({ field: 'listed', from: 0, to: 1 });
    await store().record(SOURCE, recording(3, { changes: [back] }));
    const loaded = await loadAll(store());
    expect(loaded?.listed.map(({ id }) => id)).toEqual([3, 2]);
    expect(loaded?.tickets).toHaveLength(3);
    expect(loaded?.changes).toEqual([gone, back]);
  });

  test('drops values, which whoever still has their codes is told', async () => {
    await store().record(SOURCE, firstRecording(1));
    await expect(store().dropValues(SOURCE, 3, [2])).rejects.toMatchObject({ kind: 'conflict' });
    await store().dropValues(SOURCE, 2, [0, 2]);
    expect((await loadAll(store()))?.values.map(({ code }) => code)).toEqual([1, 3]);
    await expect(store().record(SOURCE, recording(2))).rejects.toMatchObject({ kind: 'conflict' });
    await store().record(SOURCE, recording(3, { values: VALUES.slice(0, 1) }));
    expect((await loadAll(store()))?.values.map(({ code }) => code).sort()).toEqual([0, 1, 3]);
  });

  test('clears other workspaces than those in the settings by the age of their last read', async () => {
    const former = { ...SOURCE, baseUrl: 'https://former.example.com' };
    const older = { ...SOURCE, workspace: '43' };
    for (const source of [SOURCE, former, older]) await store().record(source, firstRecording(2));
    await store().record(former, recording(2));
    const clear = (erase: number, remove: number) =>
      store().clearUnconfigured([SOURCE], { eraseBefore: NOON + erase, removeBefore: NOON + remove });
    const end = 2 * MINUTE;
    expect(await clear(MINUTE, MINUTE)).toEqual({ erased: [], removed: [] });
    expect(await clear(end + 1, end)).toEqual({ erased: [former], removed: [older] });
    expect(await clear(end + 1, end)).toEqual({ erased: [], removed: [] });
    expect((await loadAll(store()))?.listed).toHaveLength(2);
    expect(await loadAll(store(), older)).toBeNull();
    const erased = await loadAll(store(), former);
    expect(erased).toMatchObject({ listed: [], head: { seq: 3, read: { whole: false } } });
    expect(erased?.tickets).toHaveLength(2);
    await expect(store().record(former, recording(3))).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('drops what is older than it should be kept', async () => {
    await store().record(SOURCE, firstRecording(3));
    const later = change({ ticket: 2, at: NOON + 60 * MINUTE, notBefore: NOON + 40 * MINUTE });
    const changes = [change(), later, change({ ticket: 3, field: 'listed', from: 1, to: 0 })];
    await store().record(
      SOURCE,
      recording(2, { changes, read: { number: 2, takenAt: NOON + 60 * MINUTE, whole: true, total: 2 } }),
    );
    const state = arrival(1).state.map((code) => code + 1);
    await store().prune(SOURCE, { before: NOON + 30 * MINUTE, states: [{ id: 1, state }], removed: [3] });
    await store().prune({ ...SOURCE, workspace: '43' }, { before: NOON, states: [], removed: [1] });
    const loaded = await loadAll(store());
    expect(loaded?.tickets).toEqual([arrival(1, { state }), arrival(2)]);
    expect(loaded?.changes).toEqual([later]);
    expect(loaded?.reads).toEqual([NOON + 60 * MINUTE]);
    expect(loaded?.head).toMatchObject({ seq: 2, since: NOON + 30 * MINUTE });
    expect(loaded?.listed.map(({ id }) => id)).toEqual([2, 1]);
  });
}
